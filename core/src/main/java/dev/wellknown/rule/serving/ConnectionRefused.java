package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** A server that restarts looks the same as one that is gone. */
final class ConnectionRefused extends TroubleRule {

  ConnectionRefused() {
    super("Nobody listens at the host's address", Set.of(Reason.CONNECTION_REFUSED), Set.of());
  }

  @Override
  Finding unreachable(Serving serving, Unreachable unreachable) {
    return trouble(
        serving,
        "the connection to " + Place.of(unreachable) + " was refused" + tries(unreachable),
        "see whether the web server runs and listens there, and whether a firewall rejects it");
  }
}
