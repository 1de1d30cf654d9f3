package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import java.util.Optional;

/** No reader says how much it takes; all HTTP libraries have a limit. */
final class TooManyHeaders extends FailureRule {

  TooManyHeaders() {
    super(
        Evidence.DERIVED,
        "The answer has more headers than anybody reads",
        reasons(Reason.TOO_MUCH_HEAD));
  }

  @Override
  Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    return Optional.of(
        finding(
            serving,
            "the headers of the answer, or the interim answers before it, go over every limit",
            "look at what adds them: a loop of proxies, cookies, a policy header that has grown; a"
                + " few kilobytes are plenty"));
  }
}
