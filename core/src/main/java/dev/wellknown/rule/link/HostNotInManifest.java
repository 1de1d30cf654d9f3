package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** No filter, no link. A host that only a build fills in may be there after all. */
final class HostNotInManifest extends ManifestRule {

  HostNotInManifest() {
    super(
        Severity.ERROR,
        Sides.ANDROID_READERS,
        "A registered host is in no intent filter of the app");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    if (!side.unresolved().isEmpty()) {
      return;
    }
    boolean none = side.registeredHosts().stream().allMatch(host -> side.takers(host).isEmpty());
    for (String host : side.hosts()) {
      if (side.takers(host).isEmpty()) {
        Finding finding =
            finding(
                    declared(side, host),
                    "no intent filter of "
                        + quote(side.manifest().origin())
                        + " names host "
                        + quote(host)
                        + ": its links do not open the app",
                    "add <data android:scheme=\"https\" android:host=\""
                        + host
                        + "\"/> to a filter with android:autoVerify=\"true\"")
                .withExpected(host);
        // An app need not open the links of every host that serves the files.
        findings.add(
            none ? finding : finding.withSeverity(Severity.WARNING).withBreaks(Sides.NONE));
      }
    }
  }
}
