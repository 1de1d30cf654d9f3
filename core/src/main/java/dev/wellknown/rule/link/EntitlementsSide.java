package dev.wellknown.rule.link;

import dev.wellknown.app.AssociatedDomain;
import dev.wellknown.app.Entitlements;
import dev.wellknown.finding.Location;
import dev.wellknown.registration.App;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Purpose;
import dev.wellknown.registration.Registration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An Apple app of a registration, beside its entitlements.
 *
 * @param hosts those of the registration that are spoken about
 */
public record EntitlementsSide(
    Registration registration, App app, Entitlements entitlements, Set<String> hosts) {

  String appId() {
    return app.ios().orElseThrow().appId();
  }

  /** The services that the app is registered for. */
  List<String> services() {
    return app.purposes().stream().map(Purpose::service).toList();
  }

  Set<String> registeredHosts() {
    return registration.hosts().stream().map(HostName::value).collect(Collectors.toSet());
  }

  Location at(AssociatedDomain entry) {
    return new Location(
        entitlements.origin(),
        entry.pointer().toString(),
        entry.position().line(),
        entry.position().column());
  }

  /** Whether an entry that is of no use was made for a host. */
  boolean isMeant(String service, String host) {
    return entitlements.domains().stream()
        .anyMatch(
            each ->
                !each.isUsable()
                    && each.host().equals(host)
                    && (each.is(service) || each.service().isEmpty() || isUnknown(each)));
  }

  private static boolean isUnknown(AssociatedDomain entry) {
    return entry.mistakes().contains(AssociatedDomain.Mistake.UNKNOWN_SERVICE);
  }
}
