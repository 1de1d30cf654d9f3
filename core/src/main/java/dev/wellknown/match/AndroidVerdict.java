package dev.wellknown.match;

/** Whether a URL opens an Android app. */
public enum AndroidVerdict {
  /** The manifest takes it and its host is associated. */
  OPENS("opens"),
  /** The file associates the app; without its manifest no more can be said. */
  ASSOCIATED("associated"),
  /** The file associates the app, and its dynamic rules keep the URL out. */
  BLOCKED("blocked"),
  /** The same, or a group in the manifest keeps it out, where the manifest was looked at. */
  EXCLUDED("excluded"),
  /** It does not open the app. */
  NO_MATCH("no-match"),
  /** What decides was not to be had: an included file, or a value that a build fills in. */
  UNKNOWN("unknown");

  private final String id;

  AndroidVerdict(String id) {
    this.id = id;
  }

  /** The name used in reports. */
  public String id() {
    return id;
  }
}
