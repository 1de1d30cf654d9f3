package dev.wellknown.rule.link;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.Registration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What both sides have in common. */
final class Sides {

  static final Set<Reader> APPLE_READERS = Reader.of(Platform.APPLE);

  /** Those that open links; Chromium reads Android's file for other purposes. */
  static final Set<Reader> ANDROID_READERS =
      Collections.unmodifiableSet(EnumSet.range(Reader.GOOGLE_API, Reader.ANDROID_LEGACY));

  static final Set<Reader> LINK_READERS =
      Collections.unmodifiableSet(EnumSet.range(Reader.APPLE_CDN, Reader.ANDROID_LEGACY));

  /** Those of Android 12 and later. */
  static final Set<Reader> FROM_12 =
      Collections.unmodifiableSet(EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12));

  static final Set<Reader> NONE = Set.of();

  private Sides() {}

  /** Where a host is declared, or what it follows from. */
  static Location declared(Registration registration, String host) {
    for (int i = 0; i < registration.hosts().size(); i++) {
      if (registration.hosts().get(i).value().equals(host)
          && registration.insightsHub().isEmpty()) {
        return registration.at(Pointer.ROOT.child("hosts").child(i));
      }
    }
    String key = registration.insightsHub().isPresent() ? "insightsHub" : "hosts";
    return registration.at(Pointer.ROOT.child(key));
  }
}
