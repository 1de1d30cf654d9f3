package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AssociatedDomain;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** Devices that are not in developer mode pass over such entries, and so do apps from the store. */
final class DeveloperMode extends EntitlementsRule {

  DeveloperMode() {
    super(
        Severity.WARNING,
        Sides.NONE,
        "A registered host is associated on devices in developer mode only");
  }

  @Override
  void check(EntitlementsSide side, List<Finding> findings) {
    List<AssociatedDomain> entries = side.entitlements().domains();
    for (AssociatedDomain entry : entries) {
      boolean concerned =
          entry.isUsable()
              && isForDevelopers(entry)
              && side.services().contains(entry.service())
              && side.hosts().contains(entry.host());
      boolean alsoPlain =
          entries.stream()
              .anyMatch(
                  each ->
                      each.isUsable()
                          && !isForDevelopers(each)
                          && each.is(entry.service())
                          && (each.host().equals(entry.host())
                              || (each.wildcard() && entry.host().endsWith("." + each.host()))));
      if (concerned && !alsoPlain) {
        findings.add(
            finding(
                    side.at(entry),
                    "associated domain "
                        + quote(entry.written())
                        + " counts on devices in developer mode only: in a release the host is not"
                        + " associated",
                    "in the entitlements of a release write "
                        + quote(entry.service() + ":" + entry.host()))
                .withSeen(entry.written()));
      }
    }
  }

  private static boolean isForDevelopers(AssociatedDomain entry) {
    return entry.modes().contains("developer");
  }
}
