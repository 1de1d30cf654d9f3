package dev.wellknown.registration.declaration;

import org.jspecify.annotations.Nullable;

/** The {@code ios} side of an app. */
@BundleId
record DeclaredIos(
    @Nullable @Required @TeamId String teamId,
    @Nullable @TeamId String appIdPrefix,
    @Nullable @Required String bundleId,
    @Nullable @Length String entitlements) {

  /** The app id, or null where a part of it is missing. */
  @Nullable String appId() {
    String prefix = appIdPrefix == null ? teamId : appIdPrefix;
    return prefix == null || bundleId == null ? null : prefix + "." + bundleId;
  }
}
