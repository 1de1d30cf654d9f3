package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import java.util.List;

/** Whatever has no rule of its own; only 200 brings a file. */
final class OtherStatus extends StatusRule {

  private static final int FAILED = 400;

  private final List<StatusRule> others;

  OtherStatus(List<StatusRule> others) {
    super(Evidence.DOCUMENTED, "The server answers with a status that brings no file");
    this.others = List.copyOf(others);
  }

  @Override
  boolean takes(Answered answer) {
    return answer.status() != FileAnswerRule.OK
        && others.stream().noneMatch(rule -> rule.takes(answer));
  }

  @Override
  Finding status(Serving serving, Answered answer) {
    return answered(
        serving,
        answer,
        answer.status() < FAILED
            ? "no failure, and yet readers take the file with status 200 only"
            : "the request is refused",
        "answer a plain GET for "
            + serving.path()
            + ", without cookies and with any user agent, with status 200 and the whole file");
  }
}
