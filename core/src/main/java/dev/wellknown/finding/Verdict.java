package dev.wellknown.finding;

import java.util.Locale;

/** What is concluded about a target, or by a reader about a file. */
public enum Verdict {
  /** Examined, and nothing stands against it. */
  PASS,
  /** Examined, and broken. */
  FAIL,
  /** Could not be examined: never a pass. */
  UNKNOWN;

  /** The name used in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
