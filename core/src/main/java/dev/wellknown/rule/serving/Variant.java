package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import java.util.Arrays;

/** How the answer to a question that was put in another way compares with the plain one. */
enum Variant {
  /** Nothing to tell: the same file, or none either way. */
  SAME,
  /** A file either way, but not the same bytes. */
  OTHER_FILE,
  /** No file when asked in the other way. */
  NO_FILE,
  /** No file when asked in the other way, for a cause that may pass. */
  TROUBLE,
  /** A file only when asked in the other way. */
  ONLY_FILE;

  private static final int TOO_MANY_REQUESTS = 429;

  static Variant of(Observation plain, Observation other) {
    byte[] file = Serving.file(plain).orElse(null);
    byte[] otherFile = Serving.file(other).orElse(null);
    if (file == null) {
      return otherFile == null ? SAME : ONLY_FILE;
    }
    if (otherFile == null) {
      return isTrouble(other) ? TROUBLE : NO_FILE;
    }
    return Arrays.equals(file, otherFile) ? SAME : OTHER_FILE;
  }

  /** Whether it may be otherwise the next time. */
  static boolean isTrouble(Observation seen) {
    if (seen instanceof Unreachable unreachable) {
      Reason reason = unreachable.failure().reason();
      return reason.mayPass() || reason == Reason.ABANDONED;
    }
    Answered answer = (Answered) seen;
    Incomplete cut = answer.body().incomplete();
    return answer.status() == TOO_MANY_REQUESTS
        || ServerError.isServerError(answer)
        || cut == Incomplete.RESET
        || cut == Incomplete.TIMED_OUT
        || cut == Incomplete.ABANDONED;
  }
}
