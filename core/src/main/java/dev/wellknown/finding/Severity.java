package dev.wellknown.finding;

import java.util.Locale;

/** How much a finding matters, the worst first. */
public enum Severity {
  /** A current main reader rejects or misreads the file, or the registration cannot be used. */
  ERROR,
  /** Only other readers stumble, or something is silently wider than it looks. */
  WARNING,
  /** Advice. */
  NOTE;

  /** The name used in options, files and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is as bad as {@code threshold} or worse. */
  public boolean isAtLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
