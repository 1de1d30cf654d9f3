package dev.wellknown.registration.declaration;

import java.util.Locale;
import java.util.Set;

/** Schemes that belong to browsers and operating systems; no app can own them. */
final class SystemSchemes {

  private static final Set<String> ALL =
      Set.of(
          "about",
          "android-app",
          "blob",
          "chrome",
          "content",
          "data",
          "facetime",
          "facetime-audio",
          "file",
          "ftp",
          "geo",
          "http",
          "https",
          "intent",
          "itms-apps",
          "itms-appss",
          "itms-services",
          "javascript",
          "mailto",
          "maps",
          "market",
          "package",
          "sms",
          "smsto",
          "tel",
          "view-source",
          "ws",
          "wss");

  private SystemSchemes() {}

  static boolean contains(String scheme) {
    return ALL.contains(scheme.toLowerCase(Locale.ROOT));
  }
}
