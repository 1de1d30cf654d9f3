package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.FilterHost;
import dev.wellknown.app.IntentFilter;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.app.UriGroup;
import dev.wellknown.app.UriPattern;
import dev.wellknown.json.Position;
import dev.wellknown.match.FilterOutcome.Kind;
import dev.wellknown.match.FilterOutcome.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An intent filter's data, compiled for one release (IntentFilter#matchData). A port and paths
 * count only beside a host, everything only beside a scheme. Paths come before groups.
 */
final class IntentFilterMatcher {

  /** As many values as a message can hold. */
  private static final int LISTED = 5;

  private record Group(UriGroup written, List<UriTest> tests) {}

  private final IntentFilter filter;
  private final List<UriTest> paths;
  private final List<Group> groups;

  private IntentFilterMatcher(IntentFilter filter, List<UriTest> paths, List<Group> groups) {
    this.filter = filter;
    this.paths = paths;
    this.groups = groups;
  }

  static IntentFilterMatcher of(IntentFilter filter, AndroidRelease release) {
    List<Group> groups = new ArrayList<>();
    if (release.readsRules()) {
      filter
          .groups()
          .forEach(group -> groups.add(new Group(group, tests(group.patterns(), release))));
    }
    return new IntentFilterMatcher(filter, tests(filter.paths(), release), groups);
  }

  /** Attributes that a release does not know are as good as absent. */
  private static List<UriTest> tests(List<UriPattern> patterns, AndroidRelease release) {
    return patterns.stream()
        .filter(pattern -> pattern.kind().sinceApi() <= release.api())
        .map(UriTest::of)
        .toList();
  }

  IntentFilter filter() {
    return filter;
  }

  /** What the filter's data say to a URL; actions and categories are looked at elsewhere. */
  FilterOutcome decide(AndroidUrl url) {
    if (filter.typed()) {
      return miss(Part.TYPE, "it wants a media type, and a tapped link has none");
    }
    Optional<FilterOutcome> scheme = scheme(url);
    if (scheme.isPresent()) {
      return scheme.get();
    }
    if (filter.hosts().isEmpty()) {
      return filter.schemeSpecific()
          ? unresolved(Part.HOST, "android:ssp", filter.position())
          : match(filter.position(), "it takes every host");
    }
    FilterOutcome host = host(url);
    return host.kind() == Kind.MATCH ? relative(url, host) : host;
  }

  private Optional<FilterOutcome> scheme(AndroidUrl url) {
    String open = null;
    for (ManifestValue scheme : filter.schemes()) {
      if (scheme.isResolved() && scheme.text().equals(url.scheme())) {
        return Optional.empty();
      }
      open = open == null ? scheme.unresolved() : open;
    }
    return Optional.of(
        open == null
            ? miss(
                Part.SCHEME,
                "it takes the schemes "
                    + names(filter.schemes())
                    + ", and the URL has "
                    + quote(url.scheme()))
            : unresolved(Part.SCHEME, open, filter.position()));
  }

  private FilterOutcome host(AndroidUrl url) {
    FilterOutcome open = null;
    FilterOutcome port = null;
    for (FilterHost host : filter.hosts()) {
      if (!host.host().isResolved()) {
        open = unresolved(Part.HOST, host.host().written(), host.position());
      } else if (isHost(host.host().text(), url.host())) {
        ManifestValue wanted = host.port();
        if (wanted == null || wanted.written().equals(Integer.toString(url.port()))) {
          return match(host.position(), "host " + quote(host.host().written()));
        }
        port =
            wanted.isResolved()
                ? new FilterOutcome(
                    Kind.MISS,
                    Part.PORT,
                    "it wants the port "
                        + quote(wanted.written())
                        + " written out, and the URL has "
                        + (url.port() < 0 ? "none" : url.port()),
                    host.position())
                : unresolved(Part.PORT, wanted.written(), host.position());
      }
    }
    if (open != null) {
      return open;
    }
    return port != null
        ? port
        : miss(
            Part.HOST,
            "it takes the hosts "
                + names(filter.hosts().stream().map(FilterHost::host).toList())
                + ", and the URL has "
                + quote(url.host() == null ? "" : url.host()));
  }

  /** Letter case does not count; a star in front stands for any beginning, the dot too. */
  private static boolean isHost(String pattern, @Nullable String host) {
    if (host == null) {
      return false;
    }
    if (!pattern.startsWith("*")) {
      return pattern.equalsIgnoreCase(host);
    }
    int rest = pattern.length() - 1;
    return host.length() >= rest
        && host.regionMatches(true, host.length() - rest, pattern, 1, rest);
  }

  private FilterOutcome relative(AndroidUrl url, FilterOutcome host) {
    if (paths.isEmpty() && groups.isEmpty()) {
      return match(host.position(), host.reason() + ", any path");
    }
    for (UriTest path : paths) {
      if (path.matches(url)) {
        return match(path.written().position(), path.written().inWords());
      }
    }
    for (UriTest path : paths) {
      if (!path.written().pattern().isResolved()) {
        return unresolved(Part.PATH, path.written().inWords(), path.written().position());
      }
    }
    return groups.isEmpty()
        ? miss(Part.PATH, "the path " + quote(url.path()) + " matches none of " + words(paths))
        : group(url);
  }

  private FilterOutcome group(AndroidUrl url) {
    String failed = "none of its groups matches";
    for (Group group : groups) {
      UriTest open = null;
      UriTest miss = null;
      for (UriTest test : group.tests()) {
        if (!test.matches(url)) {
          boolean resolved = test.written().pattern().isResolved();
          open = resolved ? open : test;
          miss = resolved ? test : miss;
        }
      }
      if (miss != null) {
        failed = miss.failed();
      } else if (open != null) {
        return unresolved(Part.GROUP, open.written().inWords(), group.written().position());
      } else if (!group.tests().isEmpty()) {
        Position position = group.written().position();
        return group.written().allow()
            ? match(position, "its group with " + words(group.tests()))
            : new FilterOutcome(
                Kind.BLOCKED,
                Part.GROUP,
                "its group with android:allow=\"false\" and " + words(group.tests()),
                position);
      }
    }
    return miss(Part.GROUP, failed);
  }

  private FilterOutcome match(Position position, String reason) {
    return new FilterOutcome(Kind.MATCH, Part.NONE, reason, position);
  }

  private FilterOutcome miss(Part part, String reason) {
    return new FilterOutcome(Kind.MISS, part, reason, filter.position());
  }

  private static FilterOutcome unresolved(Part part, String value, Position position) {
    return new FilterOutcome(
        Kind.UNRESOLVED,
        part,
        quote(value) + " is filled in by the build, so the source does not tell",
        position);
  }

  private static String words(List<UriTest> tests) {
    return listed(tests.stream().map(test -> test.written().inWords()).toList());
  }

  private static String names(List<ManifestValue> values) {
    return listed(values.stream().map(value -> quote(value.written())).toList());
  }

  private static String listed(List<String> texts) {
    List<String> shown = texts.stream().distinct().limit(LISTED).toList();
    return String.join(", ", shown) + (texts.size() > LISTED ? ", …" : "");
  }
}
