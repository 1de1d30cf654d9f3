package dev.wellknown.cli;

/** The command line is not one that can be run. */
final class Usage extends RuntimeException {

  private static final long serialVersionUID = 1;

  Usage(String message) {
    super(message);
  }
}
