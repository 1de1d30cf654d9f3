package dev.wellknown.signin;

import dev.wellknown.finding.Printable;
import java.io.IOException;

/** A trace that cannot be read; the message says where and what to do, and quotes no value. */
public final class UnreadableTraceException extends IOException {

  private static final long serialVersionUID = 1;

  UnreadableTraceException(String message) {
    super(Printable.escape(message));
  }
}
