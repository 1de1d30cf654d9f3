package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** Often about this machine's network, for instance one without IPv6. */
final class NoRoute extends TroubleRule {

  NoRoute() {
    super("There is no way to the host's address", Set.of(Reason.NO_ROUTE), Set.of());
  }

  @Override
  Finding unreachable(Serving serving, Unreachable unreachable) {
    return trouble(
        serving,
        "there is no way from here to " + Place.of(unreachable) + tries(unreachable),
        "see whether this machine has a network that leads there, IPv6 where the host has nothing"
            + " else; then look at the host's firewall");
  }
}
