package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;

/** Nothing is no JSON. */
final class EmptyBody extends FileAnswerRule {

  EmptyBody() {
    super(Severity.ERROR, ALL, Evidence.DOCUMENTED, "The server sends no file at all");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    if (content != ServedContent.EMPTY) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
                serving,
                "the server answers 200, and sends no bytes behind it",
                "see whether the file on the server is empty; an application that answers HEAD may"
                    + " have answered GET the same way")
            .withSeen("0 bytes"));
  }
}
