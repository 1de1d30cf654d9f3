package dev.wellknown.app;

import dev.wellknown.finding.Printable;
import java.io.IOException;

/** A file of an app that cannot be examined: not text, not XML, too large, or something else. */
public final class UnreadableAppFileException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what was seen, where, and what to do; made safe to print
   */
  UnreadableAppFileException(String message) {
    super(Printable.escape(message));
  }
}
