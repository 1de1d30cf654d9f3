package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** Our own proxy, of which the readers know nothing. */
final class ProxyTrouble extends TroubleRule {

  private static final int AUTHENTICATION = 407;

  ProxyTrouble() {
    super("The proxy does not lead to the host", Set.of(Reason.PROXY), Set.of());
  }

  @Override
  Finding unreachable(Serving serving, Unreachable unreachable) {
    Integer code = unreachable.failure().code();
    return trouble(
        serving,
        code == null
            ? "the proxy did not answer the request for a connection as a proxy does"
            : "the proxy answers the request for a connection with status " + code,
        code != null && code == AUTHENTICATION
            ? "name the proxy with its user and password: --proxy, or in Maven's settings"
            : "see whether the proxy may connect to this host; where the host can be reached without,"
                + " name it in NO_PROXY, or in nonProxyHosts of Maven's settings");
  }
}
