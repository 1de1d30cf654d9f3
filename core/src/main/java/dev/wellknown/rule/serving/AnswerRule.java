package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.Optional;
import java.util.Set;

/** A rule about an answer, whatever its status. */
abstract class AnswerRule extends ServingRule {

  AnswerRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super(severity, breaks, evidence, summary);
  }

  @Override
  final Optional<Finding> judge(Serving serving) {
    return serving.answer() instanceof Answered answer ? judge(serving, answer) : Optional.empty();
  }

  abstract Optional<Finding> judge(Serving serving, Answered answer);
}
