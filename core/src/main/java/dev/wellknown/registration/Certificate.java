package dev.wellknown.registration;

import java.util.Locale;

/** A certificate that an Android app is signed with. */
public record Certificate(Fingerprint fingerprint, Role role) {

  /** Which of an app's certificates it is. */
  public enum Role {
    /** Google Play's app signing key: what phones see of an app from Play. */
    PLAY_SIGNING,
    /** The key with which builds are uploaded to Play; phones never see it. */
    UPLOAD,
    /** The key of releases outside Play. */
    RELEASE,
    /** The key of a developer's own builds. */
    DEBUG,
    /** Not said. */
    OTHER;

    /** The name used in a registration. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
