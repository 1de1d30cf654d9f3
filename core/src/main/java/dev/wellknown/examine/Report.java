package dev.wellknown.examine;

import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What a walk has found.
 *
 * @param command the walk's name
 * @param targets in the order in which they were asked for
 * @param unusable inputs that could not be examined at all, in words
 */
public record Report(String command, List<TargetReport> targets, List<String> unusable) {

  public Report {
    targets = List.copyOf(targets);
    unusable = List.copyOf(unusable);
  }

  /** How a walk ended, as a caller has to know it. */
  public enum Outcome {
    /** Nothing at or above the threshold, and every verdict reached. */
    CLEAN,
    /** Findings at or above the threshold. */
    FINDINGS,
    /** An input could not be used. */
    UNUSABLE,
    /** Nothing wrong found, but something could not be examined. */
    UNDETERMINED
  }

  /**
   * How the walk ended.
   *
   * @param failOn the severity from which findings count; empty for never
   */
  public Outcome outcome(Optional<Severity> failOn) {
    if (!unusable.isEmpty()) {
      return Outcome.UNUSABLE;
    }
    boolean found =
        failOn.isPresent()
            && targets.stream()
                .flatMap(target -> target.findings().stream())
                .filter(each -> !each.finding().mayPass())
                .anyMatch(each -> each.finding().severity().isAtLeast(failOn.get()));
    if (found) {
      return Outcome.FINDINGS;
    }
    return targets.isEmpty() || count(Verdict.UNKNOWN) > 0 ? Outcome.UNDETERMINED : Outcome.CLEAN;
  }

  /** How many targets have a verdict. */
  public int count(Verdict verdict) {
    return (int) targets.stream().filter(target -> target.verdict() == verdict).count();
  }

  /** How many findings have a severity. */
  public int count(Severity severity) {
    return targets.stream().mapToInt(target -> target.count(severity)).sum();
  }
}
