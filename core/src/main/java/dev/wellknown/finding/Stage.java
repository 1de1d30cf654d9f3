package dev.wellknown.finding;

import java.util.Locale;

/**
 * What must hold for a link to reach an app, in the order in which a platform meets it. What lies
 * behind a broken stage has not been examined.
 */
public enum Stage {
  /** The apps and hosts are declared well. */
  REGISTRATION,
  /** The file is served as the platforms ask for it. */
  SERVING,
  /** The file is well formed. */
  FILE,
  /** The file says what was registered. */
  AGREEMENT,
  /** This URL is matched for this app. */
  LINK;

  /** The name used in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
