package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Hop;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.ArrayList;
import java.util.List;

/** The gateway of Insights Hub takes 16 KB; cookies of many sessions add up. */
final class HeadersTooLarge extends JourneyRule {

  HeadersTooLarge() {
    super(Severity.WARNING, Evidence.DOCUMENTED, "A request's header is larger than servers take");
  }

  private static final int GATEWAY_LIMIT = 16 * 1024;
  private static final int TOO_LARGE = 431;

  @Override
  public List<Finding> check(Journey journey) {
    List<Finding> findings = new ArrayList<>();
    for (Hop hop : journey.hops()) {
      Integer size = hop.headerBytes();
      Integer status = hop.status();
      boolean refused = status != null && status == TOO_LARGE;
      if (refused || (size != null && size > GATEWAY_LIMIT)) {
        findings.add(
            finding(
                hop.place(),
                "the request for "
                    + quote(hop.shown())
                    + (size == null ? " has a header" : " has a header of " + size + " bytes")
                    + (refused ? ", and the server says that it is too large" : "")
                    + "; the gateway of Insights Hub takes "
                    + GATEWAY_LIMIT,
                "delete the browser's cookies of this site and try again; then look at who sets so"
                    + " many"));
      }
    }
    if (findings.isEmpty()) {
      errors(journey, OAuthError.Kind.HEADERS_TOO_LARGE)
          .forEach(
              error ->
                  findings.add(
                      finding(
                          error.place(),
                          "the server says " + quote(error.told()),
                          "delete the browser's cookies of this site and try again; then look at"
                              + " who sets so many")));
    }
    return findings;
  }
}
