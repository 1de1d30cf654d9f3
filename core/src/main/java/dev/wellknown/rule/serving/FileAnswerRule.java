package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.Optional;
import java.util.Set;

/** A rule about an answer of status 200, which brings a file or pretends to. */
abstract class FileAnswerRule extends AnswerRule {

  static final int OK = 200;

  FileAnswerRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super(severity, breaks, evidence, summary);
  }

  @Override
  final Optional<Finding> judge(Serving serving, Answered answer) {
    return answer.status() == OK
        ? judge(serving, answer, ServedContent.of(answer))
        : Optional.empty();
  }

  abstract Optional<Finding> judge(Serving serving, Answered answer, ServedContent content);
}
