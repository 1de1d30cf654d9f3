package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Attempt;
import dev.wellknown.fetch.Failure;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;

/** Not every reader asks twice: Android's own agent does not. */
final class UnsteadyAnswer extends FileAnswerRule {

  UnsteadyAnswer() {
    super(
        Severity.NOTE, NONE, Evidence.DOCUMENTED, "The file came only when it was asked for again");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    int attempts = answer.attempts().size();
    if (content != ServedContent.FILE || attempts < 2) {
      return Optional.empty();
    }
    Attempt first = answer.attempts().get(0);
    Failure failure = first.failure();
    String before =
        failure != null
            ? Shown.reason(failure.reason())
            : first.status() == null ? "trouble" : "status " + first.status();
    return Optional.of(
        finding(
                serving,
                "the file came at attempt " + attempts + "; the first one gave " + before,
                "look into the server's log for that moment: a reader that asks once gets nothing")
            .withSeen(before));
  }
}
