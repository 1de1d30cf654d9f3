package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.Entitlements;
import dev.wellknown.app.Entitlements.Coverage;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** Devices ask for the file of a host only where the signed app names it, service by service. */
final class HostNotInEntitlements extends EntitlementsRule {

  HostNotInEntitlements() {
    super(
        Severity.ERROR,
        Sides.APPLE_READERS,
        "The app's entitlements do not name a registered host for what the app is registered for");
  }

  @Override
  void check(EntitlementsSide side, List<Finding> findings) {
    Entitlements list = side.entitlements();
    for (String service : side.services()) {
      boolean none =
          side.registeredHosts().stream()
              .allMatch(host -> list.coverage(service, host) == Coverage.ABSENT);
      for (String host : side.hosts()) {
        Coverage coverage = list.coverage(service, host);
        if (coverage == Coverage.ONLY_BELOW) {
          findings.add(
              tell(side, service, host, " have only the wildcard " + service + ":*." + host)
                  .withSeverity(Severity.WARNING)
                  .withBreaks(Sides.NONE)
                  .withEvidence(Evidence.DERIVED));
        } else if (coverage == Coverage.ABSENT && !side.isMeant(service, host)) {
          Finding finding = tell(side, service, host, " do not have " + service + ":" + host);
          // An app need not be associated with every host that serves the files.
          findings.add(
              none ? finding : finding.withSeverity(Severity.WARNING).withBreaks(Sides.NONE));
        }
      }
    }
  }

  private Finding tell(EntitlementsSide side, String service, String host, String what) {
    String entry = service + ":" + host;
    return finding(
            Sides.declared(side.registration(), host),
            "the entitlements in " + quote(side.entitlements().origin()) + what,
            "add "
                + quote(entry)
                + " to the list "
                + Entitlements.ASSOCIATED_DOMAINS
                + " (capability Associated Domains), and sign the app anew")
        .withExpected(entry);
  }
}
