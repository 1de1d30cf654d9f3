package dev.wellknown.examine;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.AppFile;
import dev.wellknown.app.AskedHost;
import dev.wellknown.app.AssociatedDomain;
import dev.wellknown.app.Entitlements;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.app.UnreadableAppFileException;
import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Platform;
import dev.wellknown.match.AndroidFilters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The manifests and entitlements that were given, and the apps that they belong to. */
final class MatchApps {

  static final MatchApps NONE = new MatchApps(List.of(), List.of());

  /** An app id or package and an equals sign, in front of the path of a file that does not tell. */
  static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_.-]+\\.[A-Za-z0-9_.-]+)=(.+)");

  /** A manifest, and the package that it belongs to; empty where it belongs to every one. */
  record GivenManifest(Optional<String> app, AndroidFilters filters) {}

  /** Entitlements, and the app id that they belong to; empty where they belong to every one. */
  record GivenEntitlements(Optional<String> app, Entitlements entitlements) {}

  private final List<GivenManifest> manifests;
  private final List<GivenEntitlements> entitlements;

  private MatchApps(List<GivenManifest> manifests, List<GivenEntitlements> entitlements) {
    this.manifests = List.copyOf(manifests);
    this.entitlements = List.copyOf(entitlements);
  }

  /**
   * Reads them.
   *
   * @param files paths as given; with the app id or package and an equals sign in front where the
   *     file does not tell
   * @throws UnusableInputException where one is missing, unreadable, or neither
   */
  static MatchApps read(List<String> files, Inputs inputs) throws UnusableInputException {
    List<GivenManifest> manifests = new ArrayList<>();
    List<GivenEntitlements> entitlements = new ArrayList<>();
    for (String given : files) {
      Matcher named = NAMED.matcher(given);
      Optional<String> id = named.matches() ? Optional.of(named.group(1)) : Optional.empty();
      AppFile file = read(named.matches() ? named.group(2) : given, inputs);
      if (file instanceof AndroidManifest manifest) {
        manifests.add(
            new GivenManifest(id.or(() -> packageOf(manifest)), AndroidFilters.of(manifest)));
      } else if (file instanceof Entitlements list) {
        entitlements.add(
            new GivenEntitlements(
                id.or(() -> appIdOf(list)).map(AppSiteAssociation::compared), list));
      }
    }
    return new MatchApps(manifests, entitlements);
  }

  private static AppFile read(String path, Inputs inputs) throws UnusableInputException {
    try {
      return AppFile.read(inputs.read(path), path);
    } catch (UnreadableAppFileException e) {
      throw new UnusableInputException(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> packageOf(AndroidManifest manifest) {
    return Optional.ofNullable(manifest.packageName())
        .filter(ManifestValue::isResolved)
        .map(ManifestValue::text);
  }

  private static Optional<String> appIdOf(Entitlements list) {
    return Optional.ofNullable(list.applicationId())
        .filter(id -> !id.contains("$(") && !id.contains("${") && !id.contains("*"));
  }

  /** Whether there is a file for this platform. */
  boolean areFor(Platform platform) {
    return platform == Platform.APPLE ? !entitlements.isEmpty() : !manifests.isEmpty();
  }

  /** The packages of these and of the manifests. */
  Set<String> packages(Set<String> named) {
    Set<String> all = new LinkedHashSet<>(named);
    manifests.forEach(each -> each.app().ifPresent(all::add));
    return all;
  }

  /** The app ids of these and of the entitlements. */
  Set<String> appIds(Set<String> named) {
    Set<String> all = new LinkedHashSet<>(named);
    entitlements.forEach(each -> each.app().ifPresent(all::add));
    return all;
  }

  /**
   * The files that name a host only by a wildcard above it, and by that the parent whose file
   * decides: {@code *.example.com} stands for {@code example.com}. An exact entry goes first.
   *
   * @param host in lower case
   * @return by parent; none of them is the host itself
   */
  Map<String, MatchApps> byWildcard(Platform platform, String host) {
    Map<String, MatchApps> byParent = new LinkedHashMap<>();
    if (platform == Platform.ANDROID) {
      for (GivenManifest each : manifests) {
        each.filters()
            .verification(AndroidRelease.NEWEST)
            .approving(host)
            .filter(AskedHost::isWildcard)
            .map(asked -> asked.host().substring(2))
            .ifPresent(parent -> add(byParent, parent, new MatchApps(List.of(each), List.of())));
      }
    } else {
      for (GivenEntitlements each : entitlements) {
        each.entitlements()
            .covering(AppSiteAssociation.APPLINKS, host)
            .filter(AssociatedDomain::wildcard)
            .ifPresent(
                entry -> add(byParent, entry.host(), new MatchApps(List.of(), List.of(each))));
      }
    }
    byParent.remove(host);
    return byParent;
  }

  private static void add(Map<String, MatchApps> byParent, String parent, MatchApps apps) {
    byParent.merge(
        parent,
        apps,
        (some, more) ->
            new MatchApps(
                concat(some.manifests, more.manifests),
                concat(some.entitlements, more.entitlements)));
  }

  private static <T> List<T> concat(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The files of a platform that are not among others. */
  MatchApps without(Collection<MatchApps> others) {
    return new MatchApps(
        manifests.stream()
            .filter(each -> others.stream().noneMatch(other -> other.manifests.contains(each)))
            .toList(),
        entitlements.stream()
            .filter(each -> others.stream().noneMatch(other -> other.entitlements.contains(each)))
            .toList());
  }

  /** Whether one of the files is an app's, or every app's. */
  boolean speakFor(Platform platform, String app) {
    return platform == Platform.ANDROID ? !manifests(app).isEmpty() : !entitlements(app).isEmpty();
  }

  List<AndroidFilters> manifests(String app) {
    return manifests.stream()
        .filter(each -> each.app().map(app::equals).orElse(true))
        .map(GivenManifest::filters)
        .toList();
  }

  List<Entitlements> entitlements(String app) {
    String compared = AppSiteAssociation.compared(app);
    return entitlements.stream()
        .filter(each -> each.app().map(compared::equals).orElse(true))
        .map(GivenEntitlements::entitlements)
        .toList();
  }
}
