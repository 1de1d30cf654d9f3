package dev.wellknown.finding;

import java.util.Locale;

/** How it is known that a platform behaves as a finding says. */
public enum Evidence {
  /** The platform's owner writes so, in documents, published tests or source code. */
  DOCUMENTED,
  /** Seen on real systems. */
  OBSERVED,
  /** Concluded from reports that the owner does not document. */
  DERIVED;

  /** The name used in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
