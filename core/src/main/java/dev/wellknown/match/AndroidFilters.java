package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;
import static java.util.stream.Collectors.joining;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.HostVerification;
import dev.wellknown.app.HostVerification.Obstacle;
import dev.wellknown.app.IntentFilter;
import dev.wellknown.app.LinkActivity;
import dev.wellknown.app.Setting;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.Position;
import dev.wellknown.match.FilterOutcome.Kind;
import dev.wellknown.match.FilterOutcome.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The intent filters of a manifest, compiled for each release. Immutable. */
public final class AndroidFilters {

  private static final String NOT_VERIFIED = "its host is not verified: ";

  /** An activity's filter. */
  private record Entry(LinkActivity activity, IntentFilterMatcher matcher) {}

  private final AndroidManifest manifest;
  private final Map<AndroidRelease, List<Entry>> entries = new EnumMap<>(AndroidRelease.class);
  private final Map<AndroidRelease, HostVerification> hosts = new EnumMap<>(AndroidRelease.class);

  private AndroidFilters(AndroidManifest manifest) {
    this.manifest = manifest;
    for (AndroidRelease release : AndroidRelease.values()) {
      List<Entry> compiled = new ArrayList<>();
      for (LinkActivity activity : manifest.activities()) {
        for (IntentFilter filter : activity.filters()) {
          if (!filter.schemes().isEmpty()) {
            compiled.add(new Entry(activity, IntentFilterMatcher.of(filter, release)));
          }
        }
      }
      entries.put(release, List.copyOf(compiled));
      hosts.put(release, HostVerification.of(manifest, release));
    }
  }

  /** Compiles the filters of a manifest. */
  public static AndroidFilters of(AndroidManifest manifest) {
    return new AndroidFilters(manifest);
  }

  /** The manifest. */
  public AndroidManifest manifest() {
    return manifest;
  }

  /** Which hosts a release asks for their file. */
  public HostVerification verification(AndroidRelease release) {
    return hosts.get(release);
  }

  /**
   * What the filters say to a URL: the first that takes it, else one that keeps it out or may take
   * it, else the one that came nearest. Filters without any scheme are for no URL.
   */
  public FilterOutcome decide(AndroidUrl url, AndroidRelease release) {
    FilterOutcome nearest = null;
    for (Entry entry : entries.get(release)) {
      FilterOutcome outcome = decide(entry, url);
      if (outcome.kind() == Kind.MATCH) {
        return outcome;
      }
      if (nearest == null || NEARNESS.compare(outcome, nearest) > 0) {
        nearest = outcome;
      }
    }
    return nearest == null
        ? new FilterOutcome(
            Kind.MISS,
            Part.ACTIVITY,
            "no intent filter of the manifest is for URLs",
            Position.START)
        : nearest;
  }

  private static final Comparator<FilterOutcome> NEARNESS =
      Comparator.<FilterOutcome>comparingInt(
              outcome ->
                  switch (outcome.kind()) {
                    case MISS -> 0;
                    case UNRESOLVED -> 1;
                    case BLOCKED -> 2;
                    case MATCH -> 3;
                  })
          .thenComparing(FilterOutcome::part);

  /** Data first: who wants to know why a link fails means the filter that was made for it. */
  private static FilterOutcome decide(Entry entry, AndroidUrl url) {
    IntentFilter filter = entry.matcher().filter();
    FilterOutcome data = entry.matcher().decide(url);
    if (data.kind() != Kind.MATCH) {
      return data;
    }
    LinkActivity activity = entry.activity();
    if (activity.exported() == Setting.OFF || activity.enabled() == Setting.OFF) {
      return flaw(
          filter,
          "its activity "
              + quote(activity.name())
              + " cannot be started from outside"
              + (activity.enabled() == Setting.OFF
                  ? " (android:enabled=\"false\")"
                  : " (android:exported=\"false\")"));
    }
    if (!filter.actions().contains(IntentFilter.VIEW)) {
      return flaw(filter, "it lacks the action " + IntentFilter.VIEW);
    }
    for (String category : List.of(IntentFilter.DEFAULT, IntentFilter.BROWSABLE)) {
      if (!filter.categories().contains(category)) {
        return flaw(filter, "it lacks the category " + category);
      }
    }
    return activity.exported() == Setting.UNRESOLVED || activity.enabled() == Setting.UNRESOLVED
        ? new FilterOutcome(
            Kind.UNRESOLVED,
            Part.NONE,
            "whether its activity can be started is filled in by the build",
            filter.position())
        : data;
  }

  /** Everything about the URL fits, and that is as near as a miss can be. */
  private static FilterOutcome flaw(IntentFilter filter, String reason) {
    return new FilterOutcome(Kind.MISS, Part.NONE, reason, filter.position());
  }

  /** Why a URL's host is not verified, or may not be, although a filter takes the URL. */
  String notVerified(AndroidUrl url, AndroidRelease release) {
    String host = url.host() == null ? "" : url.host().toLowerCase(Locale.ROOT);
    HostVerification verification = verification(release);
    if (verification.isTooMany()) {
      return NOT_VERIFIED
          + "this release gives up beyond "
          + HostVerification.MOST_BEFORE_12
          + " hosts, and the manifest has "
          + verification.asked().size();
    }
    if (verification.asked().stream().anyMatch(each -> isCapital(each.host(), host))) {
      return NOT_VERIFIED
          + "the manifest writes the host with capitals, and Android looks it up in small letters";
    }
    if (verification.invalid().stream().anyMatch(each -> each.host().equalsIgnoreCase(host))) {
      return NOT_VERIFIED + "the host " + quote(host) + " is no domain that can be verified";
    }
    Set<Obstacle> obstacles =
        entries.get(release).stream()
            .filter(entry -> decide(entry, url).kind() == Kind.MATCH)
            .findFirst()
            .map(entry -> HostVerification.obstacles(entry.matcher().filter()))
            .orElse(Set.of());
    if (!obstacles.isEmpty()) {
      return NOT_VERIFIED + obstacles.stream().map(Obstacle::words).collect(joining(" and "));
    }
    return verification.unresolved().isEmpty()
        ? NOT_VERIFIED + "it is not among those that are asked for"
        : "whether its host is verified is filled in by the build: "
            + verification.unresolved().stream().map(Printable::cut).collect(joining(", "));
  }

  private static boolean isCapital(String written, String host) {
    return !written.equals(host) && written.equalsIgnoreCase(host);
  }
}
