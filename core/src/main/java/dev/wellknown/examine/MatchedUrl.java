package dev.wellknown.examine;

import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Printable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one URL does.
 *
 * @param url as asked, secrets in it blotted out; safe to print
 * @param apps Apple's first; at least one
 */
public record MatchedUrl(String url, List<AppMatch> apps) {

  public MatchedUrl {
    url = Printable.escape(Masked.url(url));
    apps = List.copyOf(apps);
  }

  /** How the platforms disagree, in words; empty where they agree, or one of them is open. */
  public Optional<String> disagreement() {
    Set<MatchVerdict> apple = verdicts(Platform.APPLE);
    Set<MatchVerdict> android = verdicts(Platform.ANDROID);
    if (apple.isEmpty() || android.isEmpty()) {
      return Optional.empty();
    }
    if (apple.contains(MatchVerdict.OPENS) && stays(android)) {
      return Optional.of("opens on Apple's systems, stays in the browser on Android");
    }
    if (stays(apple) && android.contains(MatchVerdict.OPENS)) {
      return Optional.of("opens on Android, stays in the browser on Apple's systems");
    }
    if (stays(apple) && android.contains(MatchVerdict.ASSOCIATED)) {
      return Optional.of(
          "stays in the browser on Apple's systems; Android's file does not keep it out, and the"
              + " app's manifest decides");
    }
    return Optional.empty();
  }

  private Set<MatchVerdict> verdicts(Platform platform) {
    return apps.stream()
        .filter(each -> each.platform() == platform)
        .map(AppMatch::verdict)
        .collect(Collectors.toSet());
  }

  private static boolean stays(Set<MatchVerdict> verdicts) {
    return verdicts.stream().allMatch(each -> each.opened().equals(Optional.of(false)));
  }
}
