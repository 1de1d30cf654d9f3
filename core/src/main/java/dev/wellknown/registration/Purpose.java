package dev.wellknown.registration;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an app is associated with a host; in the order in which the files name it. */
public enum Purpose {
  /** The app opens https links of the host. */
  LINKS("applinks", "delegate_permission/common.handle_all_urls"),
  /** Passkeys, passwords, and https callbacks of sign-in on iOS 17.4 and later. */
  CREDENTIALS("webcredentials", "delegate_permission/common.get_login_creds"),
  /** The app is an App Clip of the host. Apple only. */
  APPCLIP("appclips", null),
  /** The app goes on with what was begun on the host. Apple only. */
  HANDOFF("activitycontinuation", null);

  private final String service;
  private final @Nullable String relation;

  Purpose(String service, @Nullable String relation) {
    this.service = service;
    this.relation = relation;
  }

  /** The name used in a registration. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The service of Apple's file. */
  public String service() {
    return service;
  }

  /** The relation of Android's file; empty where Android knows no such thing. */
  public Optional<String> relation() {
    return Optional.ofNullable(relation);
  }
}
