package dev.wellknown.registration;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Pointer;
import dev.wellknown.json.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a team has declared, with all that follows from it: hosts and redirects of Insights Hub are
 * in {@code hosts} and {@code redirects}. Its values cannot be wrong, for it is made only from a
 * declaration without errors.
 *
 * @param hosts every host that serves the two files, at least one
 * @param apps at least one
 * @param source the text that it was read from
 */
public record Registration(
    String name,
    List<HostName> hosts,
    List<App> apps,
    List<Redirect> redirects,
    Optional<SignIn> signIn,
    Publish publish,
    List<Expectation> expect,
    Optional<InsightsHub> insightsHub,
    Document source) {

  public Registration {
    hosts = List.copyOf(hosts);
    apps = List.copyOf(apps);
    redirects = List.copyOf(redirects);
    expect = List.copyOf(expect);
  }

  /**
   * The links of an app on a platform: those that were declared, else the paths of the redirects
   * that come back to one of the hosts. Never silently everything.
   */
  public List<Link> links(App app, Platform platform) {
    if (!app.links().isEmpty()) {
      return app.links();
    }
    Set<String> names = hosts.stream().map(HostName::value).collect(Collectors.toSet());
    Map<String, Link> byPath = new LinkedHashMap<>();
    for (Redirect redirect : redirects) {
      if (redirect.platforms().contains(platform)) {
        Redirect.link(redirect.uri(), names)
            .ifPresent(path -> byPath.putIfAbsent(path, Link.ofPath(path, redirect.declaredAt())));
      }
    }
    return List.copyOf(byPath.values());
  }

  /**
   * The redirects at which a sign-in of a tenant of Insights Hub may come back: all but those on
   * the hosts of other tenants.
   */
  public List<Redirect> redirectsOf(String tenant) {
    Set<String> others =
        insightsHub.stream()
            .flatMap(hub -> hub.hosts().stream().filter(host -> !host.equals(hub.host(tenant))))
            .map(HostName::value)
            .collect(Collectors.toSet());
    return redirects.stream().filter(redirect -> !others.contains(redirect.host())).toList();
  }

  /** The place of something declared, or the nearest place above it. */
  public Location at(Pointer pointer) {
    Optional<JsonValue> value = source.nearest(pointer);
    return value.map(source::at).orElse(source.at(Pointer.ROOT, Position.START));
  }
}
