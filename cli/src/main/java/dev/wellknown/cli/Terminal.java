package dev.wellknown.cli;

/**
 * What the launcher knows of where the output goes.
 *
 * @param out whether standard output is a terminal
 * @param columns its width
 */
record Terminal(boolean out, int columns) {

  private static final int USUAL_COLUMNS = 80;

  static final Terminal NONE = new Terminal(false, USUAL_COLUMNS);

  /** As the launcher says; without one, no terminal is assumed. */
  static Terminal fromLauncher() {
    return new Terminal(
        Boolean.getBoolean("wellknown.stdout.terminal"),
        Math.max(20, Integer.getInteger("wellknown.columns", USUAL_COLUMNS)));
  }
}
