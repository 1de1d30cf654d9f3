package dev.wellknown.registration;

import dev.wellknown.finding.Platform;
import dev.wellknown.json.Pointer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One product, on one platform or both.
 *
 * @param name for reports
 * @param purposes at least one
 * @param ios the iOS side
 * @param android the Android side
 * @param links in order, the first that matches decides; as declared, possibly none
 * @param declaredAt where the app stands in the registration
 */
public record App(
    String name,
    Set<Purpose> purposes,
    Optional<AppleApp> ios,
    Optional<AndroidApp> android,
    List<Link> links,
    Pointer declaredAt) {

  public App {
    purposes = Collections.unmodifiableSet(EnumSet.copyOf(purposes));
    links = List.copyOf(links);
  }

  /** Whether the app has this platform. */
  public boolean isOn(Platform platform) {
    return platform == Platform.APPLE ? ios.isPresent() : android.isPresent();
  }
}
