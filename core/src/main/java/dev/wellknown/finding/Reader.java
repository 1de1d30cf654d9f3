package dev.wellknown.finding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A program that reads an association file in the wild. They differ in what they forgive, so every
 * verdict is given per reader.
 */
public enum Reader {
  /** iOS 14 and macOS 11 and later, which read a copy that Apple's CDN fetched. */
  APPLE_CDN("apple-cdn", Platform.APPLE),
  /** Devices that ask the host themselves: developer or managed mode, and iOS up to 13. */
  APPLE_DIRECT("apple-direct", Platform.APPLE),
  /** Google's Digital Asset Links service, used by Play services and the Play Console. */
  GOOGLE_API("google-api", Platform.ANDROID),
  /** Android's own verification agent, Android 12 and later. */
  ANDROID_12("android-12", Platform.ANDROID),
  /** Android's own verification agent, Android 6 to 11. */
  ANDROID_LEGACY("android-legacy", Platform.ANDROID),
  /** Chromium: Trusted Web Activities and Auth Tab. */
  CHROME("chrome", Platform.ANDROID);

  private static final Set<Reader> APPLE_READERS =
      Collections.unmodifiableSet(EnumSet.range(APPLE_CDN, APPLE_DIRECT));
  private static final Set<Reader> ANDROID_READERS =
      Collections.unmodifiableSet(EnumSet.range(GOOGLE_API, CHROME));

  private final String id;
  private final Platform platform;

  Reader(String id, Platform platform) {
    this.id = id;
    this.platform = platform;
  }

  /** The name used in reports. */
  public String id() {
    return id;
  }

  /** The platform whose file this reader reads. */
  public Platform platform() {
    return platform;
  }

  /** All readers of one platform's file, in the order of the reports. */
  public static Set<Reader> of(Platform platform) {
    return platform == Platform.APPLE ? APPLE_READERS : ANDROID_READERS;
  }
}
