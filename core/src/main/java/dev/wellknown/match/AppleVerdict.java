package dev.wellknown.match;

/** What an {@code apple-app-site-association} says about one URL and one app. */
public enum AppleVerdict {
  /** The URL opens the app. */
  OPENS("opens"),
  /** A rule keeps the URL in the browser. */
  EXCLUDED("excluded"),
  /** No rule speaks about the URL, so it stays in the browser. */
  NO_MATCH("no-match");

  private final String id;

  AppleVerdict(String id) {
    this.id = id;
  }

  /** The name used in reports. */
  public String id() {
    return id;
  }
}
