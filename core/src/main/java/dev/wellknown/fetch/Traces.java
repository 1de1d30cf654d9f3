package dev.wellknown.fetch;

import dev.wellknown.finding.Printable;
import org.jspecify.annotations.Nullable;

/** Exceptions in one line. Their messages may carry what a server sent. */
final class Traces {

  private Traces() {}

  static @Nullable String of(@Nullable Throwable thrown) {
    if (thrown == null) {
      return null;
    }
    String message = thrown.getMessage();
    String name = thrown.getClass().getSimpleName();
    return message == null ? name : name + ": " + Printable.escape(Printable.cut(message));
  }
}
