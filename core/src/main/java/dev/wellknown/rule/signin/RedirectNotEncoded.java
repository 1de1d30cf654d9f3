package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Hop;
import dev.wellknown.signin.Journey;
import java.util.List;
import java.util.regex.Pattern;

/** RFC 6749 appendix B; the gateway of Insights Hub is strict about RFC 3986. */
final class RedirectNotEncoded extends JourneyRule {

  RedirectNotEncoded() {
    super(
        Severity.ERROR,
        Evidence.DOCUMENTED,
        "The redirect URI in a request is not percent-encoded");
  }

  private static final Pattern RESERVED = Pattern.compile("[^A-Za-z0-9._~%*+-]");

  @Override
  public List<Finding> check(Journey journey) {
    return journey.hops().stream()
        .filter(hop -> hop.isAuthorization() || hop.isTokenRequest())
        .filter(hop -> hop.written("redirect_uri").filter(RedirectNotEncoded::isPlain).isPresent())
        .findFirst()
        .map(hop -> List.of(judge(hop)))
        .orElse(List.of());
  }

  private static boolean isPlain(String written) {
    return RESERVED.matcher(written).find();
  }

  private Finding judge(Hop hop) {
    String written = hop.written("redirect_uri").orElse("");
    // A question mark inside invites a parameter of the redirect to be taken for one of the
    // request.
    boolean cut = written.indexOf('?') >= 0 || hop.url().indexOf('#') >= 0;
    Finding finding =
        finding(
                hop.place(),
                "redirect_uri is written as "
                    + quote(Masked.url(written))
                    + (cut
                        ? ", so a part of it is read as something else"
                        : ", with characters that should be escaped; strict servers refuse it"),
                "encode everything but letters, digits, -, ., _ and ~: https%3A%2F%2F…")
            .withSeen(Masked.url(written));
    return cut ? finding : finding.withSeverity(Severity.WARNING);
  }
}
