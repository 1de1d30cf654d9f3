package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Callback;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 6749 §3.1.2.4: the server must not redirect then, so it shows a page and nothing comes back.
 */
final class RedirectNotRegistered extends JourneyRule {

  RedirectNotRegistered() {
    super(Severity.ERROR, Evidence.DOCUMENTED, "The server does not know the redirect URI");
  }

  @Override
  public List<Finding> check(Journey journey) {
    List<Finding> findings = new ArrayList<>();
    for (OAuthError error : errors(journey, OAuthError.Kind.REDIRECT_NOT_REGISTERED)) {
      findings.add(
          finding(
                  error.place(),
                  "the server says " + quote(error.told()) + compared(journey, error.redirectUri()),
                  "register the redirect URI at the server exactly as it is sent, or send it as it"
                      + " is registered; on Insights Hub it is https://HOST/login and comes with the"
                      + " registration of the app")
              .withSeen(error.redirectUri()));
    }
    if (journey.hops().isEmpty() && !journey.registeredRedirects().isEmpty()) {
      for (Callback callback : journey.callbacks()) {
        if (journey.expectedRedirects().stream().anyMatch(callback::isAt)) {
          continue;
        }
        if (journey.registeredRedirects().stream().anyMatch(callback::isAt)) {
          findings.add(
              finding(
                  callback.place(),
                  "it came back to "
                      + quote(callback.target())
                      + ", on the host of another tenant than "
                      + quote(journey.tenant().orElse("")),
                  "drop this answer and begin anew: it belongs to another tenant's sign-in"));
        } else {
          findings.add(
              finding(
                  callback.place(),
                  "it came back to "
                      + quote(callback.target())
                      + ", which is no redirect URI of the registration"
                      + compared(journey, callback.target()),
                  "add it to redirects, or look at what leads there"));
        }
      }
    }
    return findings;
  }

  /** Against the registered URI that begins most alike. */
  private static String compared(Journey journey, @Nullable String uri) {
    if (uri == null || journey.registeredRedirects().isEmpty()) {
      return "";
    }
    if (journey.registeredRedirects().contains(uri)) {
      return "; it is the one of the registration, so the server has another";
    }
    String nearest = journey.registeredRedirects().get(0);
    for (String each : journey.registeredRedirects()) {
      nearest = alike(each, uri) > alike(nearest, uri) ? each : nearest;
    }
    return "; the registration has "
        + quote(Masked.url(nearest))
        + ", "
        + Difference.words(uri, nearest);
  }

  private static int alike(String one, String other) {
    int length = 0;
    while (length < one.length()
        && length < other.length()
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }
}
