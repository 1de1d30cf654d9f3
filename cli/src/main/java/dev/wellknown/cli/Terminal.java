package dev.wellknown.cli;

/**
 * What is known of the process that a command runs in.
 *
 * @param out whether standard output is a terminal
 * @param columns its width
 * @param err whether standard error is a terminal
 * @param owned whether the process is ours, so that its end can be waited for
 */
record Terminal(boolean out, int columns, boolean err, boolean owned) {

  private static final int USUAL_COLUMNS = 80;

  /** A run inside another program. */
  static final Terminal NONE = new Terminal(false, USUAL_COLUMNS, false, false);

  /** As the launcher says; without one, no terminal is assumed. */
  static Terminal fromLauncher() {
    return new Terminal(
        Boolean.getBoolean("wellknown.stdout.terminal"),
        Math.max(20, Integer.getInteger("wellknown.columns", USUAL_COLUMNS)),
        Boolean.getBoolean("wellknown.stderr.terminal"),
        true);
  }

  /**
   * Runs a command, and should the process be asked to end meanwhile, what has to be said then.
   *
   * @param last is run at most once, in a thread of its own
   */
  <T> T interruptibly(Runnable last, java.util.concurrent.Callable<T> command) throws Exception {
    if (!owned) {
      return command.call();
    }
    Thread hook = new Thread(last, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.call();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already, and the hook runs.
      }
    }
  }
}
