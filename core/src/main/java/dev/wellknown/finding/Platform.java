package dev.wellknown.finding;

/** The two sides of an app registration, each with an association file of its own. */
public enum Platform {
  /** iOS, iPadOS, macOS, watchOS, tvOS: {@code apple-app-site-association}. */
  APPLE("apple"),
  /** Android: {@code assetlinks.json}. */
  ANDROID("android");

  private final String id;

  Platform(String id) {
    this.id = id;
  }

  /** The name used in options, files and reports. */
  public String id() {
    return id;
  }
}
