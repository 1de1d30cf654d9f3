package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import java.util.Set;

/**
 * Android's own agent waits 5 s for the connection and 5 s for each part of the answer (UrlFetcher
 * in its sources); people see about as much of Apple's crawler.
 */
final class TimedOut extends TroubleRule {

  TimedOut() {
    super("The file does not come in time", Set.of(Reason.TIMED_OUT), Set.of(Incomplete.TIMED_OUT));
  }

  @Override
  Finding unreachable(Serving serving, Unreachable unreachable) {
    Phase phase = unreachable.failure().phase();
    return trouble(
        serving,
        "the time was up "
            + Shown.during(phase)
            + ", after "
            + Shown.time(unreachable.timings().whole())
            + tries(unreachable),
        fix(phase)
            + (phase == Phase.ANSWER
                ? SignInGate.atGateway(
                    serving,
                    "the gateway waits up to 65 s for a source that is asleep, and readers do not;"
                        + " see whether the source URL answers within seconds")
                : ""));
  }

  @Override
  Finding cut(Serving serving, Answered answer) {
    String announced =
        answer.headers().first("Content-Length").map(length -> " of " + length).orElse("");
    return trouble(
        serving,
        "the time was up in the middle of the body, after "
            + Shown.time(answer.timings().whole())
            + " and "
            + answer.body().wireSize()
            + announced
            + " bytes",
        "serve the file as a whole and at once, from disk or memory; compare Content-Length with"
            + " its size");
  }

  private static String fix(Phase phase) {
    return switch (phase) {
      case START -> "ask again, with fewer hosts at once";
      case NAME -> "see whether the name servers of the host's zone answer";
      case CONNECT ->
          "see whether a firewall drops connections to the host: it must be open to the whole"
              + " internet, without a VPN";
      case PROXY -> "see whether the proxy can reach the host";
      case TLS -> "see whether something between here and the host holds TLS up";
      case ANSWER ->
          "let the server answer within two or three seconds, from disk: an application that has to"
              + " wake up first is too late for readers";
    };
  }
}
