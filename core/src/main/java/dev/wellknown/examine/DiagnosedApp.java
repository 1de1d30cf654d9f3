package dev.wellknown.examine;

import dev.wellknown.app.Entitlements;
import dev.wellknown.finding.Platform;
import dev.wellknown.match.AndroidFilters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app that a link is to open.
 *
 * @param id app id or package; {@link AppMatch#ANY} where none is known
 * @param given the files of apps that were given
 * @param manifest what the registration names; null where it names none
 * @param entitlements what the registration names; null where it names none
 */
record DiagnosedApp(
    Platform platform,
    String id,
    MatchApps given,
    @Nullable AndroidFilters manifest,
    @Nullable Entitlements entitlements) {

  /** What an address does for it. */
  AppMatch match(MatchFile file, LinkUrl url) {
    if (id.equals(AppMatch.ANY)) {
      return file.match(url, MatchApps.NONE).get(0);
    }
    if (platform == Platform.APPLE) {
      List<Entitlements> lists = given.entitlements(id);
      return file.apple(url, id, lists.isEmpty() ? entitlements : lists.get(0));
    }
    List<AndroidFilters> manifests = given.manifests(id);
    return file.android(url, id, manifests.isEmpty() ? manifest : manifests.get(0));
  }

  /** Whether the app's own side is known. */
  boolean hasOwnSide() {
    return platform == Platform.APPLE
        ? entitlements != null || !given.entitlements(id).isEmpty()
        : manifest != null || !given.manifests(id).isEmpty();
  }
}
