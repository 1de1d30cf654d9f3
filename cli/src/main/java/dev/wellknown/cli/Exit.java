package dev.wellknown.cli;

import dev.wellknown.examine.Report.Outcome;

/** Exit codes, as scripts rely on them. */
final class Exit {

  /** Nothing at or above the threshold, and every verdict reached. */
  static final int CLEAN = 0;

  /** Findings at or above the threshold; nothing generated because of an error; files differ. */
  static final int FINDINGS = 1;

  /** Wrong usage, or an input that cannot be used. */
  static final int UNUSABLE = 2;

  /** Something could not be examined or written, or an internal error. */
  static final int UNDETERMINED = 3;

  /** Interrupted, as shells say it of SIGINT. */
  static final int INTERRUPTED = 130;

  /** Nobody reads the output any more, as shells say it of SIGPIPE. */
  static final int READER_GONE = 141;

  private Exit() {}

  static int of(Outcome outcome) {
    return switch (outcome) {
      case CLEAN -> CLEAN;
      case FINDINGS -> FINDINGS;
      case UNUSABLE -> UNUSABLE;
      case UNDETERMINED -> UNDETERMINED;
    };
  }
}
