package dev.wellknown.report;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;

/** How one report comes to be, target by target or in the end. */
interface Rendering {

  /**
   * What is written about a target as soon as it is known; never null, and empty where a format is
   * written as a whole.
   */
  String target(TargetReport target);

  /**
   * What is written in the end.
   *
   * @param report with its targets only if {@link #isWhole()}
   * @param tally counted from all targets
   */
  String end(Report report, Report.Tally tally);

  /** Whether all targets have to be remembered until the end. */
  default boolean isWhole() {
    return true;
  }

  /** A format that is written as a whole. */
  @FunctionalInterface
  interface Whole extends Rendering {

    /** The whole report. */
    String text(Report report);

    @Override
    default String target(TargetReport target) {
      return "";
    }

    @Override
    default String end(Report report, Report.Tally tally) {
      return text(report);
    }
  }
}
