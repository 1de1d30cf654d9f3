package dev.wellknown.examine;

import java.util.Locale;

/** When a host is checked: it decides what its faults mean. */
public enum Moment {
  /** The files that are there will be replaced; what stays is how they are served. */
  BEFORE_DEPLOY,
  /** The files that are there have to be right. */
  AFTER_DEPLOY;

  /** The name used in options. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
