package dev.wellknown.registration;

import org.jspecify.annotations.Nullable;

/**
 * The iOS side of an app.
 *
 * @param teamId ten capitals and digits
 * @param prefix the app id prefix; the team id but for old accounts
 * @param bundleId as in the app's Info.plist
 * @param entitlements path of the app's entitlements file, relative to the registration, or null
 */
public record AppleApp(
    String teamId, String prefix, String bundleId, @Nullable String entitlements) {

  /** The app id that Apple's file names. */
  public String appId() {
    return prefix + "." + bundleId;
  }
}
