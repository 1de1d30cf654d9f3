package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** A network that fails, a server that crashes, or a firewall that does not like the client. */
final class ConnectionReset extends TroubleRule {

  ConnectionReset() {
    super(
        "The connection is broken off before the file has come",
        Set.of(Reason.RESET, Reason.CLOSED),
        Set.of(Incomplete.RESET));
  }

  @Override
  Finding unreachable(Serving serving, Unreachable unreachable) {
    boolean closed = unreachable.failure().reason() == Reason.CLOSED;
    Phase phase = unreachable.failure().phase();
    return trouble(
        serving,
        "the server "
            + (closed ? "closed" : "reset")
            + " the connection "
            + Shown.during(phase)
            + tries(unreachable),
        phase == Phase.TLS
            ? "see whether TLS is set up for this host and whether a firewall filters by name or"
                + " country"
            : "look into the log of the server and of what stands before it: a crash, a limit, a"
                + " firewall");
  }

  @Override
  Finding cut(Serving serving, Answered answer) {
    return trouble(
        serving,
        "the server reset the connection behind "
            + answer.body().wireSize()
            + " bytes of the body"
            + tries(answer),
        "look into the log of the server and of what stands before it: a crash, a limit, a firewall");
  }
}
