package dev.wellknown.fetch;

import java.time.Duration;

/**
 * A moment by which something has to be over.
 *
 * @param nanos on the clock of {@link System#nanoTime()}
 */
record Deadline(long nanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left, in milliseconds, rounded up; 0 where nothing is. */
  long millisLeft() {
    long left = nanos - System.nanoTime();
    return left <= 0 ? 0 : (left + 999_999) / 1_000_000;
  }

  boolean isOver() {
    return millisLeft() == 0;
  }

  /** This one, or an earlier one. */
  Deadline atMost(Duration time) {
    return orEarlier(in(time));
  }

  /** This one, or the other if that is earlier. */
  Deadline orEarlier(Deadline other) {
    return other.nanos - nanos < 0 ? other : this;
  }

  /** A part of what is left. */
  Deadline part(int parts) {
    long now = System.nanoTime();
    return new Deadline(now + Math.max(0, nanos - now) / parts);
  }
}
