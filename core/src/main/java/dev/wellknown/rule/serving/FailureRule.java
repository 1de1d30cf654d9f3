package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A rule about a failure that will be the same the next time. Every reader asks over the same TLS
 * and HTTP, and takes what it cannot read as no file.
 */
abstract class FailureRule extends ServingRule {

  private final Set<Reason> reasons;

  FailureRule(Evidence evidence, String summary, Set<Reason> reasons) {
    super(Severity.ERROR, ALL, evidence, summary);
    this.reasons = Set.copyOf(reasons);
  }

  static Set<Reason> reasons(Reason first, Reason... more) {
    return EnumSet.of(first, more);
  }

  @Override
  final Optional<Finding> judge(Serving serving) {
    return serving.answer() instanceof Unreachable unreachable
            && reasons.contains(unreachable.failure().reason())
        ? judge(serving, unreachable, unreachable.failure())
        : Optional.empty();
  }

  abstract Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure);
}
