package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.Registration;
import dev.wellknown.signin.Journey;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes and clients are known to one server; on Insights Hub every tenant has its own. */
final class WrongIdentityHost extends JourneyRule {

  WrongIdentityHost() {
    super(
        Severity.WARNING,
        Evidence.DERIVED,
        "Sign-in was asked of another host than the registered one");
  }

  @Override
  public List<Finding> check(Journey journey) {
    Set<String> known = journey.registration().map(WrongIdentityHost::hosts).orElse(Set.of());
    if (known.isEmpty()) {
      return List.of();
    }
    Set<String> told = new HashSet<>();
    return Stream.concat(journey.authorizations().stream(), journey.tokenRequests().stream())
        .filter(hop -> !known.contains(hop.host()) && told.add(hop.host()))
        .map(
            hop ->
                finding(
                        hop.place(),
                        "the request "
                            + quote(hop.shown())
                            + " goes to another host than "
                            + known.stream().sorted().collect(Collectors.joining(" or ")),
                        "send it to the host of the tenant that owns the client; on Insights Hub a"
                            + " user's own tenant may be meant to sign in, and then say so in"
                            + " signIn.authorizeUri")
                    .withSeen(hop.host()))
        .toList();
  }

  private static Set<String> hosts(Registration registration) {
    Set<String> hosts = new HashSet<>();
    registration
        .signIn()
        .ifPresent(
            signIn ->
                Stream.of(signIn.authorizeUri(), signIn.tokenUri())
                    .filter(Objects::nonNull)
                    .map(address -> URI.create(address).getHost())
                    .filter(Objects::nonNull)
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .forEach(hosts::add));
    registration
        .insightsHub()
        .ifPresent(hub -> hub.tenants().forEach(tenant -> hosts.add(hub.identityHost(tenant))));
    return hosts;
  }
}
