package dev.wellknown.cli;

/**
 * What the launcher knows of where the output goes.
 *
 * @param out whether standard output is a terminal
 */
record Terminal(boolean out) {

  static final Terminal NONE = new Terminal(false);

  /** As the launcher says; without one, no terminal is assumed. */
  static Terminal fromLauncher() {
    return new Terminal(Boolean.getBoolean("wellknown.stdout.terminal"));
  }
}
