package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AssociatedDomain;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** Variables of the build are never guessed. */
final class UnresolvedDomain extends EntitlementsRule {

  UnresolvedDomain() {
    super(
        Severity.NOTE,
        Sides.NONE,
        "An entry of the associated domains is filled in by the build, and not known");
  }

  @Override
  void check(EntitlementsSide side, List<Finding> findings) {
    for (AssociatedDomain entry : side.entitlements().domains()) {
      String variable = entry.unresolved();
      if (variable != null) {
        findings.add(
            finding(
                    side.at(entry),
                    "the build fills in "
                        + quote(variable)
                        + " of associated domain "
                        + quote(entry.written())
                        + ": which host it names is not decided by this file",
                    "name the entitlements of the signed app in its place (codesign -d"
                        + " --entitlements - --xml App.app)")
                .withSeen(entry.written()));
      }
    }
  }
}
