package dev.wellknown.app;

/** Releases of Android between which links are treated differently. */
public enum AndroidRelease {
  /** Up to Android 11: one host without a good file is enough to lose all. */
  UP_TO_11("Android 6 to 11", 30),
  /** Android 12 to 14: each host by itself. */
  FROM_12("Android 12 to 14", 34),
  /** Android 15 as it first came, with another reading of patterns in dynamic rules. */
  FIRST_15("the first Android 15", 35),
  /** Android 15 and later, as they are today. */
  NEWEST("Android 15 and later", 36);

  private final String words;
  private final int api;

  AndroidRelease(String words, int api) {
    this.words = words;
    this.api = api;
  }

  /** As a message says it. */
  public String words() {
    return words;
  }

  /** The last API level of the range. */
  public int api() {
    return api;
  }

  /** Whether it reads dynamic rules and groups in manifests. */
  public boolean readsRules() {
    return api >= UriGroup.SINCE_API;
  }
}
