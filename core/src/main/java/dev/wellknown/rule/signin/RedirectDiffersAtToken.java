package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Hop;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RFC 6749 §4.1.3: their values must be identical. */
final class RedirectDiffersAtToken extends JourneyRule {

  RedirectDiffersAtToken() {
    super(
        Severity.ERROR,
        Evidence.DOCUMENTED,
        "The token is asked for with another redirect URI than the code");
  }

  @Override
  public List<Finding> check(Journey journey) {
    List<Finding> findings = new ArrayList<>();
    for (Hop hop : journey.tokenRequests()) {
      Optional<String> asked = hop.parameter("redirect_uri");
      Optional<String> before =
          journey.authorizationBefore(hop.place()).flatMap(each -> each.parameter("redirect_uri"));
      boolean code = hop.parameter("grant_type").filter("authorization_code"::equals).isPresent();
      if (code && before.isPresent() && !before.equals(asked)) {
        findings.add(
            finding(
                hop.place(),
                asked
                        .map(uri -> "redirect_uri is " + quote(Masked.url(uri)))
                        .orElse("there is no redirect_uri")
                    + " at the token's address, and was "
                    + quote(Masked.url(before.get()))
                    + " before"
                    + asked.map(uri -> ": " + Difference.words(uri, before.get())).orElse(""),
                "send the same redirect_uri both times, character by character"));
      }
    }
    if (findings.isEmpty()) {
      errors(journey, OAuthError.Kind.REDIRECT_DIFFERS)
          .forEach(
              error ->
                  findings.add(
                      finding(
                          error.place(),
                          "the server says " + quote(error.told()),
                          "send the redirect_uri of the first request to the token's address, too,"
                              + " character by character")));
    }
    return findings;
  }
}
