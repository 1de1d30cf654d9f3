package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Pointer;
import dev.wellknown.match.AndroidUrl;
import dev.wellknown.match.FilterOutcome;
import dev.wellknown.registration.Link;
import dev.wellknown.registration.Redirect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The manifest is the upper bound of what an app opens. A pattern is tried by some of the paths
 * that it stands for; only where all of them miss is it told.
 */
final class LinkNotInManifest extends ManifestRule {

  private static final List<String> SAMPLES = List.of("", "x", "1", "x/y", "index.html");

  LinkNotInManifest() {
    super(
        Severity.ERROR,
        Sides.ANDROID_READERS,
        "No intent filter of the app takes a registered link or redirect");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    for (Map.Entry<String, Pointer> each : paths(side).entrySet()) {
      for (String host : side.hosts()) {
        if (!side.takers(host).isEmpty()) {
          Optional<String> miss = miss(side, host, each.getKey());
          if (miss.isPresent()) {
            findings.add(tell(side, host, each, miss.get()));
            break;
          }
        }
      }
    }
  }

  /** Paths and patterns of paths that should open the app, each with its first place. */
  private static Map<String, Pointer> paths(ManifestSide side) {
    Map<String, Pointer> paths = new LinkedHashMap<>();
    Set<String> hosts = side.registeredHosts();
    for (Redirect redirect : side.registration().redirects()) {
      if (redirect.platforms().contains(Platform.ANDROID)) {
        Redirect.link(redirect.uri(), hosts)
            .ifPresent(path -> paths.putIfAbsent(path, redirect.declaredAt()));
      }
    }
    for (Link link : side.registration().links(side.app(), Platform.ANDROID)) {
      String path = link.path();
      boolean plain =
          path != null
              && !link.exclude()
              && link.query() == null
              && link.queryItems().isEmpty()
              && link.fragment() == null
              && path.startsWith("/")
              && !path.contains("$(");
      if (plain) {
        paths.putIfAbsent(path, link.declaredAt());
      }
    }
    return paths;
  }

  /** Why the manifest takes none of the links that a path stands for; empty where it may. */
  private static Optional<String> miss(ManifestSide side, String host, String path) {
    Optional<String> miss = Optional.empty();
    for (String sample : isPattern(path) ? SAMPLES : List.of("")) {
      String concrete = path.replace("*", sample).replace('?', 'x');
      FilterOutcome outcome =
          side.filters().decide(AndroidUrl.of("https://" + host + concrete), AndroidRelease.NEWEST);
      boolean missed =
          outcome.kind() == FilterOutcome.Kind.MISS && outcome.part() == FilterOutcome.Part.PATH;
      if (!missed) {
        return Optional.empty();
      }
      miss = miss.isPresent() ? miss : Optional.of(outcome.reason());
    }
    return miss;
  }

  private static boolean isPattern(String path) {
    return path.contains("*") || path.contains("?");
  }

  private Finding tell(
      ManifestSide side, String host, Map.Entry<String, Pointer> path, String miss) {
    Finding finding =
        finding(
                side.registration().at(path.getValue()),
                "no intent filter of "
                    + quote(side.manifest().origin())
                    + " takes "
                    + quote("https://" + host + path.getKey())
                    + ": "
                    + miss,
                "add a path to the filter that takes it, for instance android:pathPrefix="
                    + quote(prefix(path.getKey())))
            .withExpected(path.getKey());
    return isPattern(path.getKey())
        ? finding.withSeverity(Severity.WARNING).withBreaks(Sides.NONE)
        : finding;
  }

  private static String prefix(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '*' && path.charAt(end) != '?') {
      end++;
    }
    return path.substring(0, end);
  }
}
