package dev.wellknown.cli;

import java.util.function.LongSupplier;

/**
 * Shows on a terminal, and only there, how far a long run has come, how fast it is, and how long it
 * will take where that can be told.
 */
final class Progress {

  static final long EVERY_NANOS = 1_000_000_000L;

  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private final Invocation invocation;
  private final LongSupplier clock;
  private final boolean shown;
  private final long start;
  private long last;
  private LongSupplier expected = () -> 0;
  private int drawn;

  Progress(Invocation invocation) {
    this(invocation, System::nanoTime);
  }

  /**
   * @param clock in nanoseconds, from any point in time
   */
  Progress(Invocation invocation, LongSupplier clock) {
    this.invocation = invocation;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.last = start;
    // Where the results go to the same terminal, they are the progress.
    this.shown =
        invocation.terminal().err() && !invocation.terminal().out() && !invocation.has("--quiet");
  }

  /**
   * Tells how many hosts there will be.
   *
   * @param hosts as far as known now, asked anew each time; 0 where nobody knows
   */
  void expects(LongSupplier hosts) {
    expected = hosts;
  }

  /** How far the run has come: the hosts, and how many there will be where that is known. */
  String reached(int done) {
    long all = expected.getAsLong();
    return done
        + (all > done ? " of about " + all : "")
        + (done == 1 && all <= 1 ? " host" : " hosts");
  }

  void show(int done) {
    long now = clock.getAsLong();
    if (!shown || now - last < EVERY_NANOS) {
      return;
    }
    last = now;
    double rate = done / ((now - start) / 1e9);
    String text =
        reached(done)
            + ", "
            + (rate < 10 ? tenths(rate) : String.valueOf(Math.round(rate)))
            + " a second";
    long left = expected.getAsLong() - done;
    if (left > 0 && rate > 0) {
      text += ", about " + duration(left / rate) + " left";
    }
    invocation.draw("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
    drawn = text.length();
  }

  private static String tenths(double number) {
    return String.valueOf(Math.round(number * 10) / 10.0);
  }

  private static String duration(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    if (whole < 2 * MINUTE) {
      return whole + " s";
    }
    long minutes = Math.round(whole / (double) MINUTE);
    return whole < 2 * HOUR
        ? minutes + " min"
        : minutes / MINUTE + " h " + minutes % MINUTE + " min";
  }

  /** Takes away what was drawn. */
  void end() {
    if (drawn > 0) {
      invocation.draw("\r" + " ".repeat(drawn) + "\r");
      drawn = 0;
    }
  }
}
