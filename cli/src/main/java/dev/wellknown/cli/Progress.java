package dev.wellknown.cli;

/** Shows on a terminal, and only there, how far a long run has come. */
final class Progress {

  private static final long EVERY_NANOS = 1_000_000_000L;

  private final Invocation invocation;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long last = start;
  private boolean drawn;

  Progress(Invocation invocation) {
    this.invocation = invocation;
    // Where the results go to the same terminal, they are the progress.
    this.shown =
        invocation.terminal().err() && !invocation.terminal().out() && !invocation.has("--quiet");
  }

  void show(int done) {
    long now = System.nanoTime();
    if (shown && now - last >= EVERY_NANOS) {
      last = now;
      drawn = true;
      long rate = Math.round(done / ((now - start) / 1e9));
      invocation.draw("\r" + done + " hosts, " + rate + " a second  ");
    }
  }

  void end() {
    if (drawn) {
      drawn = false;
      invocation.draw("\r" + " ".repeat(40) + "\r");
    }
  }
}
