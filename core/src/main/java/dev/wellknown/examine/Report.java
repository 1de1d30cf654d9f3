package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a walk has found.
 *
 * @param command the walk's name
 * @param complete false where the walk was broken off
 * @param conditions every relaxation that was used, in words
 * @param targets in the order in which they were asked for
 * @param unusable inputs that could not be examined at all, in words
 * @param notices what there is to say about the baseline, in words
 */
public record Report(
    String command,
    boolean complete,
    List<String> conditions,
    List<TargetReport> targets,
    List<String> unusable,
    List<String> notices) {

  /** A report without a baseline. */
  public Report(
      String command,
      boolean complete,
      List<String> conditions,
      List<TargetReport> targets,
      List<String> unusable) {
    this(command, complete, conditions, targets, unusable, List.of());
  }

  public Report {
    notices = List.copyOf(notices);
    conditions = List.copyOf(conditions);
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

  /** What is counted of targets, without keeping them. */
  public static final class Tally {
    /** Of equally bad ones, what may be the cause of others. */
    private static final Comparator<Finding> WORST_FIRST =
        Comparator.comparing(Finding::severity)
            .thenComparing(Finding::stage, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    private int open;
    private int baselined;
    private @Nullable Finding worst;
    private @Nullable Severity worstThatCounts;

    /** Counts one more target. */
    public void add(TargetReport target) {
      verdicts.merge(target.verdict(), 1, Integer::sum);
      open += target.isDecided() ? 0 : 1;
      for (Reported reported : target.findings()) {
        Finding finding = reported.finding();
        severities.merge(finding.severity(), 1, Integer::sum);
        if (reported.isBaselined()) {
          baselined++;
          continue;
        }
        if (worst == null || WORST_FIRST.compare(finding, worst) < 0) {
          worst = finding;
        }
        if (reported.counts(worstThatCounts == null ? Severity.NOTE : worstThatCounts)) {
          worstThatCounts = finding.severity();
        }
      }
    }

    /** How many targets have been counted. */
    public int targets() {
      return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many targets have a verdict. */
    public int count(Verdict verdict) {
      return verdicts.getOrDefault(verdict, 0);
    }

    /** How many findings have a severity. */
    public int count(Severity severity) {
      return severities.getOrDefault(severity, 0);
    }

    /** How many findings stand in a baseline; they are counted by severity too. */
    public int baselined() {
      return baselined;
    }

    /** The first of the worst findings that no baseline accepts; empty where there is none. */
    public Optional<Finding> worst() {
      return Optional.ofNullable(worst);
    }

    /**
     * How the walk ended, as far as its targets say.
     *
     * @param failOn the severity from which findings count; empty for never
     */
    public Outcome outcome(Optional<Severity> failOn) {
      if (failOn.isPresent()
          && worstThatCounts != null
          && worstThatCounts.isAtLeast(failOn.get())) {
        return Outcome.FINDINGS;
      }
      // Not by verdicts: an error that a baseline accepts must not hide what was left open.
      return targets() == 0 || open > 0 ? Outcome.UNDETERMINED : Outcome.CLEAN;
    }
  }

  /** What is counted of the targets. */
  public Tally tally() {
    Tally tally = new Tally();
    targets.forEach(tally::add);
    return tally;
  }

  /**
   * How the walk ended.
   *
   * @param failOn the severity from which findings count; empty for never
   */
  public Outcome outcome(Optional<Severity> failOn) {
    return unusable.isEmpty() ? tally().outcome(failOn) : Outcome.UNUSABLE;
  }
}
