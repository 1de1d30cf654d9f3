package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;

/**
 * May be gone in a minute, so nothing is concluded; a reader that meets it has no file. Android's
 * own agent does not ask again (VerifyStatus#shouldRetry in its sources).
 */
final class RateLimited extends StatusRule {

  private static final int TOO_MANY_REQUESTS = 429;

  RateLimited() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "The server turns requests down, because there were too many");
  }

  @Override
  boolean takes(Answered answer) {
    return answer.status() == TOO_MANY_REQUESTS;
  }

  @Override
  Finding status(Serving serving, Answered answer) {
    String later =
        answer
            .headers()
            .first("Retry-After")
            .map(value -> " (Retry-After: " + Printable.quote(value) + ")")
            .orElse("");
    return trouble(
            serving,
            message(answer, "it has had too many requests" + later),
            "ask again later; exempt " + serving.path() + " from the rate limit")
        .withSeen("status " + answer.status())
        .withExpected("status 200");
  }
}
