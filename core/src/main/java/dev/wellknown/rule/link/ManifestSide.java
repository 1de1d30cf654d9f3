package dev.wellknown.rule.link;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.FilterHost;
import dev.wellknown.app.HostVerification;
import dev.wellknown.app.IntentFilter;
import dev.wellknown.app.LinkActivity;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.app.Setting;
import dev.wellknown.finding.Location;
import dev.wellknown.json.Position;
import dev.wellknown.match.AndroidFilters;
import dev.wellknown.registration.App;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Registration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An Android app of a registration, beside its manifest.
 *
 * @param filters the manifest's, compiled
 * @param hosts those of the registration that are spoken about
 */
public record ManifestSide(
    Registration registration, App app, AndroidFilters filters, Set<String> hosts) {

  /** A filter that takes links of a host. */
  record Taker(LinkActivity activity, IntentFilter filter, FilterHost host) {}

  AndroidManifest manifest() {
    return filters.manifest();
  }

  String packageName() {
    return app.android().orElseThrow().packageName();
  }

  Set<String> registeredHosts() {
    return registration.hosts().stream().map(HostName::value).collect(Collectors.toSet());
  }

  Location at(Position position) {
    return new Location(manifest().origin(), null, position.line(), position.column());
  }

  HostVerification verification(AndroidRelease release) {
    return filters.verification(release);
  }

  /** Whether Android asks for the host's file today. */
  boolean isVerified(String host) {
    return verification(AndroidRelease.NEWEST).approving(host).isPresent();
  }

  /** The filters for web links that name a host, or a wildcard above it. */
  List<Taker> takers(String host) {
    List<Taker> takers = new ArrayList<>();
    for (LinkActivity activity : manifest().activities()) {
      for (IntentFilter filter : activity.filters()) {
        if (filter.hasWebScheme() && !filter.typed()) {
          filter.hosts().stream()
              .filter(each -> isFor(each.host(), host))
              .forEach(each -> takers.add(new Taker(activity, filter, each)));
        }
      }
    }
    return takers;
  }

  /** Those that were made for links: they ask for their hosts to be verified, or begin to. */
  List<Taker> meant(String host) {
    List<Taker> takers = takers(host);
    List<Taker> asking =
        takers.stream().filter(each -> each.filter().autoVerify() != Setting.OFF).toList();
    return asking.isEmpty()
        ? takers.stream()
            .filter(each -> each.filter().actions().contains(IntentFilter.VIEW))
            .toList()
        : asking;
  }

  /** The filters for hosts that are not verified and that have a flaw, each with those hosts. */
  Map<IntentFilter, List<String>> unverified(Predicate<IntentFilter> flaw) {
    Map<IntentFilter, List<String>> filters = new LinkedHashMap<>();
    for (String host : hosts) {
      if (!isVerified(host)) {
        meant(host).stream()
            .map(Taker::filter)
            .filter(flaw)
            .distinct()
            .forEach(each -> filters.computeIfAbsent(each, key -> new ArrayList<>()).add(host));
      }
    }
    return filters;
  }

  /** As Android compares: a star in front stands for any beginning. */
  private static boolean isFor(ManifestValue written, String host) {
    if (!written.isResolved()) {
      return false;
    }
    String name = written.text().toLowerCase(Locale.ROOT);
    return name.startsWith("*.") ? host.endsWith(name.substring(1)) : name.equals(host);
  }

  /** What only a build fills in, as far as hosts and schemes go. */
  Set<String> unresolved() {
    Set<String> values = new LinkedHashSet<>();
    for (IntentFilter filter : manifest().filters()) {
      if (filter.actions().contains(IntentFilter.VIEW)) {
        filter.hosts().forEach(each -> add(each.host(), values));
        filter.schemes().forEach(each -> add(each, values));
      }
    }
    values.addAll(verification(AndroidRelease.NEWEST).unresolved());
    return values;
  }

  private static void add(ManifestValue value, Set<String> values) {
    String name = value.unresolved();
    if (name != null) {
      values.add(name);
    }
  }
}
