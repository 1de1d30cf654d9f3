package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * A rule about trouble that may pass: the file could not be examined, and nothing is concluded
 * about any reader. A reader that meets the same trouble takes it as no file; whether it tries
 * again differs.
 */
abstract class TroubleRule extends ServingRule {

  private final Set<Reason> reasons;
  private final Set<Incomplete> cuts;

  TroubleRule(String summary, Set<Reason> reasons, Set<Incomplete> cuts) {
    super(Severity.WARNING, NONE, Evidence.DOCUMENTED, summary);
    this.reasons = Set.copyOf(reasons);
    this.cuts = Set.copyOf(cuts);
  }

  @Override
  final Optional<Finding> judge(Serving serving) {
    Observation answer = serving.answer();
    if (answer instanceof Unreachable unreachable) {
      return reasons.contains(unreachable.failure().reason())
          ? Optional.of(unreachable(serving, unreachable))
          : Optional.empty();
    }
    if (answer instanceof Answered answered && answered.status() == FileAnswerRule.OK) {
      Incomplete cut = answered.body().incomplete();
      return cut != null && cuts.contains(cut)
          ? Optional.of(cut(serving, answered))
          : Optional.empty();
    }
    return Optional.empty();
  }

  abstract Finding unreachable(Serving serving, Unreachable unreachable);

  /** The same in the middle of a body. */
  Finding cut(Serving serving, Answered answer) {
    throw new IllegalStateException("no cuts were asked for");
  }
}
