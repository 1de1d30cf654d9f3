package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Callback;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** RFC 6749 §4.1.2.1: the answer is an error instead of a code. */
final class ServerRefused extends JourneyRule {

  ServerRefused() {
    super(
        Severity.WARNING,
        Evidence.DOCUMENTED,
        "The way back works, and the server refused the sign-in");
  }

  private static final Map<String, String> MEANINGS =
      Map.of(
          "access_denied", "let the user grant it, or look at the user's roles",
          "invalid_scope", "ask for scopes that are registered for this client",
          "unsupported_response_type", "ask for response_type code, if the client may have it",
          "unauthorized_client", "allow this client the authorization code grant at the server",
          "login_required", "leave prompt=none out: there is no session that signs in silently",
          "interaction_required", "leave prompt=none out: the user has to answer something",
          "consent_required", "leave prompt=none out: the user has to consent",
          "invalid_request", "compare the request's parameters with what the server wants",
          "server_error", "try again, then ask who runs the server",
          "temporarily_unavailable", "try again later");

  @Override
  public List<Finding> check(Journey journey) {
    List<Finding> findings = new ArrayList<>();
    for (Callback callback : journey.callbacks()) {
      callback
          .error()
          .ifPresent(
              error ->
                  findings.add(
                      finding(
                              callback.place(),
                              "the answer came back, so the link works; the server refused with "
                                  + quote(error)
                                  + callback
                                      .errorDescription()
                                      .map(words -> " (" + quote(words) + ")")
                                      .orElse("")
                                  + (callback.hasCode()
                                      ? "; the code beside it is not to be used"
                                      : ""),
                              fix(error))
                          .withSeen(error)));
    }
    for (OAuthError error : errors(journey, OAuthError.Kind.REFUSED)) {
      findings.add(
          finding(
                  error.place(),
                  "the server refused with " + quote(error.told()),
                  fix(String.valueOf(error.code())))
              .withSeen(error.code()));
    }
    return findings;
  }

  private static String fix(String error) {
    return MEANINGS.getOrDefault(error, "look the error up in the server's own documents");
  }
}
