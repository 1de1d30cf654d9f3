package dev.wellknown.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which hosts a release of Android asks for their file when the app is installed
 * (DomainVerificationCollector; up to Android 11 the package manager's IntentFilterVerifier). Ports
 * play no part, and it is always https.
 *
 * @param release the release
 * @param asked the hosts, in the order of the manifest
 * @param invalid hosts that are asked about, but are no domains; they are never verified
 * @param unresolved what only a build fills in; with it there may be more hosts
 * @param allOrNothing whether one host that fails makes all fail
 */
public record HostVerification(
    AndroidRelease release,
    List<AskedHost> asked,
    List<AskedHost> invalid,
    Set<String> unresolved,
    boolean allOrNothing) {

  /** Up to Android 11, the platform's agent gives up beyond as many hosts. */
  public static final int MOST_BEFORE_12 = 10;

  /** From this target on, Android 12 and later look at each filter by itself. */
  private static final int OWN_FILTERS = 31;

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(\\*\\.)?[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?"
              + "(\\.[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?)+");

  public HostVerification {
    asked = List.copyOf(asked);
    invalid = List.copyOf(invalid);
    unresolved = Collections.unmodifiableSet(new LinkedHashSet<>(unresolved));
  }

  /**
   * What a release asks for. Where the manifest does not say for which API level the app was made,
   * it is taken for one of today, as the store demands.
   */
  public static HostVerification of(AndroidManifest manifest, AndroidRelease release) {
    boolean first = release == AndroidRelease.UP_TO_11;
    Integer target = manifest.targetSdk();
    boolean single = !first && (target == null || target >= OWN_FILTERS);
    List<IntentFilter> filters = manifest.filters();
    boolean any =
        filters.stream().anyMatch(each -> isSure(each) && obstacles(each, false).isEmpty());
    List<IntentFilter> counting = new ArrayList<>();
    Set<String> unresolved = new LinkedHashSet<>();
    for (IntentFilter filter : filters) {
      boolean may = obstacles(filter, single).isEmpty();
      if (single ? may && isSure(filter) : any && isForWeb(filter)) {
        counting.add(filter);
      } else if (may && !isSure(filter)) {
        open(filter, unresolved);
      }
    }
    return collect(release, counting, unresolved, first);
  }

  /** Whether nothing that a build fills in can keep its hosts from being verified. */
  private static boolean isSure(IntentFilter filter) {
    return filter.autoVerify() != Setting.UNRESOLVED
        && filter.schemes().stream().allMatch(ManifestValue::isResolved);
  }

  private static void open(IntentFilter filter, Set<String> unresolved) {
    if (filter.autoVerify() == Setting.UNRESOLVED) {
      unresolved.add("android:autoVerify");
    }
    filter.schemes().forEach(scheme -> note(scheme, unresolved));
  }

  /** What keeps a filter's hosts from being verified on Android 12 and later, if anything. */
  public static Set<Obstacle> obstacles(IntentFilter filter) {
    return obstacles(filter, true);
  }

  private static Set<Obstacle> obstacles(IntentFilter filter, boolean defaultNeeded) {
    Set<Obstacle> obstacles = new LinkedHashSet<>();
    if (filter.autoVerify() == Setting.OFF) {
      obstacles.add(Obstacle.NO_AUTO_VERIFY);
    }
    if (!filter.actions().contains(IntentFilter.VIEW)) {
      obstacles.add(Obstacle.NO_VIEW);
    }
    if (!filter.categories().contains(IntentFilter.BROWSABLE)) {
      obstacles.add(Obstacle.NO_BROWSABLE);
    }
    if (defaultNeeded && !filter.categories().contains(IntentFilter.DEFAULT)) {
      obstacles.add(Obstacle.NO_DEFAULT);
    }
    if (!filter.customSchemes().isEmpty()) {
      obstacles.add(Obstacle.CUSTOM_SCHEME);
    }
    if (!filter.hasWebScheme() && filter.schemes().stream().allMatch(ManifestValue::isResolved)) {
      obstacles.add(Obstacle.NO_WEB_SCHEME);
    }
    return obstacles;
  }

  private static boolean isForWeb(IntentFilter filter) {
    return filter.hasWebScheme()
        && filter.actions().contains(IntentFilter.VIEW)
        && filter.categories().contains(IntentFilter.BROWSABLE);
  }

  private static HostVerification collect(
      AndroidRelease release,
      List<IntentFilter> filters,
      Set<String> unresolved,
      boolean allOrNothing) {
    Map<String, List<FilterHost>> byName = new LinkedHashMap<>();
    for (IntentFilter filter : filters) {
      for (FilterHost host : filter.hosts()) {
        note(host.host(), unresolved);
        if (host.host().isResolved()) {
          byName.computeIfAbsent(host.host().text(), key -> new ArrayList<>()).add(host);
        }
      }
    }
    List<AskedHost> asked = new ArrayList<>();
    List<AskedHost> invalid = new ArrayList<>();
    byName.forEach(
        (name, hosts) ->
            (isDomain(name) ? asked : invalid)
                .add(new AskedHost(name, hosts.stream().map(FilterHost::position).toList())));
    return new HostVerification(release, asked, invalid, unresolved, allOrNothing);
  }

  private static void note(ManifestValue value, Set<String> unresolved) {
    String name = value.unresolved();
    if (name != null) {
      unresolved.add(name);
    }
  }

  private static boolean isDomain(String name) {
    return name.length() <= 255 && DOMAIN.matcher(name).matches();
  }

  /** Whether there are more hosts than the release can take. */
  public boolean isTooMany() {
    return allOrNothing && asked.size() > MOST_BEFORE_12;
  }

  /**
   * The host that approves links to a name: itself, else a wildcard above it, the longest first.
   * Android compares the ending without looking for a dot, so {@code *.example.com} approves {@code
   * example.com}, too, for another filter of the same app. From Android 12 on, capitals in the
   * manifest are never found again by the small letters of a link (DomainVerificationService).
   *
   * @param host in lower case
   */
  public Optional<AskedHost> approving(String host) {
    Optional<AskedHost> exact =
        asked.stream().filter(each -> known(each.host()).equals(host)).findFirst();
    return exact.isPresent()
        ? exact
        : asked.stream()
            .filter(each -> each.isWildcard() && host.endsWith(known(each.host()).substring(2)))
            .max(Comparator.comparingInt(each -> each.host().length()));
  }

  private String known(String host) {
    return allOrNothing ? host.toLowerCase(Locale.ROOT) : host;
  }

  /**
   * The host whose file's dynamic rules bind links to a name: itself, else the wildcards above it
   * from the longest to the shortest, label by label and never down to one label
   * (DomainVerificationService#getUriRelativeFilterGroups).
   *
   * @param host in lower case
   */
  public Optional<AskedHost> governing(String host) {
    String name = host;
    while (name.indexOf('.') > 0) {
      String wanted = name.equals(host) ? host : "*." + name;
      Optional<AskedHost> found =
          asked.stream().filter(each -> each.host().equals(wanted)).findFirst();
      if (found.isPresent()) {
        return found;
      }
      name = name.substring(name.indexOf('.') + 1);
    }
    return Optional.empty();
  }

  /** What keeps a filter's hosts from being verified. */
  public enum Obstacle {
    /** It does not say {@code android:autoVerify="true"}. */
    NO_AUTO_VERIFY("it does not say android:autoVerify=\"true\""),
    /** It has no action VIEW. */
    NO_VIEW("it has no action " + IntentFilter.VIEW),
    /** It has no category BROWSABLE. */
    NO_BROWSABLE("it has no category " + IntentFilter.BROWSABLE),
    /** It has no category DEFAULT. */
    NO_DEFAULT("it has no category " + IntentFilter.DEFAULT),
    /** It names a scheme other than http and https, which makes Android pass over all its hosts. */
    CUSTOM_SCHEME("it has another scheme beside http and https"),
    /** It names neither http nor https. */
    NO_WEB_SCHEME("it has neither scheme http nor https");

    private final String words;

    Obstacle(String words) {
      this.words = words;
    }

    /** As a message says it, after the filter. */
    public String words() {
      return words;
    }
  }
}
