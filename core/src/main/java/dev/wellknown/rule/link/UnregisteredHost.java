package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.AskedHost;
import dev.wellknown.app.HostVerification;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** Up to Android 11 all hosts of a manifest are verified, or none. */
final class UnregisteredHost extends ManifestRule {

  UnregisteredHost() {
    super(
        Severity.WARNING,
        Sides.NONE,
        "The manifest has a host that is not registered, and up to Android 11 all must verify");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    HostVerification verification = side.verification(AndroidRelease.UP_TO_11);
    boolean concerned =
        side.hosts().stream().anyMatch(host -> verification.approving(host).isPresent());
    for (AskedHost each : verification.asked()) {
      boolean registered = side.registeredHosts().contains(each.fileHost());
      boolean wildcard =
          each.isWildcard()
              && side.registeredHosts().stream().anyMatch(host -> WildcardHost.covers(each, host));
      if (concerned && !registered && !wildcard) {
        findings.add(
            finding(
                    side.at(each.positions().get(0)),
                    "host "
                        + quote(each.host())
                        + " is not registered: unless it, too, serves a file that names the app,"
                        + " Android 6 to 11 verify none of the app's hosts",
                    "register it with the others, serve the file there, or take it out of filters"
                        + " for links")
                .withSeen(each.host()));
      }
    }
  }
}
