package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;

/**
 * May be gone the next time, so nothing is concluded. By Apple's archived text a device comes back
 * for a status from 500 to 599, every three hours and up to eight times; Android's own agent does
 * not.
 */
final class ServerError extends StatusRule {

  private static final int FIRST = 500;
  private static final int LAST = 599;

  ServerError() {
    super(Severity.WARNING, NONE, Evidence.DOCUMENTED, "The server has an error of its own");
  }

  static boolean isServerError(Answered answer) {
    return answer.status() >= FIRST && answer.status() <= LAST;
  }

  @Override
  boolean takes(Answered answer) {
    return isServerError(answer);
  }

  @Override
  Finding status(Serving serving, Answered answer) {
    return trouble(
            serving,
            message(answer, "an error of the server's own"),
            "look into the server's log, then ask again; a file on disk needs no application"
                + " behind it that can fail or sleep"
                + SignInGate.atGateway(
                    serving,
                    "the source behind the gateway may be asleep; see whether the source URL"
                        + " answers, and within seconds"))
        .withSeen("status " + answer.status())
        .withExpected("status 200");
  }
}
