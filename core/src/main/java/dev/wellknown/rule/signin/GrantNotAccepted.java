package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.List;

/** RFC 6749 §5.2, {@code invalid_grant}: the words say which of its reasons it is. */
final class GrantNotAccepted extends JourneyRule {

  GrantNotAccepted() {
    super(
        Severity.ERROR,
        Evidence.DOCUMENTED,
        "The server does not take the code or the refresh token");
  }

  @Override
  public List<Finding> check(Journey journey) {
    return errors(
            journey,
            OAuthError.Kind.CODE_USED,
            OAuthError.Kind.CODE_EXPIRED,
            OAuthError.Kind.REFRESH_EXPIRED,
            OAuthError.Kind.GRANT)
        .stream()
        .map(
            error ->
                finding(error.place(), "the server says " + quote(error.told()), fix(error.kind())))
        .toList();
  }

  private static String fix(OAuthError.Kind kind) {
    return switch (kind) {
      case CODE_USED ->
          "use a code once and at the server that gave it: look for two token requests, for instance"
              + " of a link that is handled twice";
      case CODE_EXPIRED -> "ask for the token at once: a code lives about five minutes";
      case REFRESH_EXPIRED -> "sign in anew: on Insights Hub a refresh token lives 12 hours";
      default ->
          "compare the token request with the first one: redirect_uri, client, code verifier; and"
              + " use each code once, within minutes";
    };
  }
}
