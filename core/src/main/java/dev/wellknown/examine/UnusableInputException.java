package dev.wellknown.examine;

import dev.wellknown.finding.Printable;
import java.io.IOException;

/** An input that cannot be examined at all: missing, unreadable, too large, or something else. */
public final class UnusableInputException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what was seen, where, and what to do; made safe to print
   */
  public UnusableInputException(String message) {
    super(Printable.escape(message));
  }
}
