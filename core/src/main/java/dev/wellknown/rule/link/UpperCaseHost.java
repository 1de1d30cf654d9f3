package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.AskedHost;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Locale;

/**
 * DomainVerificationService keeps hosts as they are written, and looks them up in small letters.
 */
final class UpperCaseHost extends ManifestRule {

  UpperCaseHost() {
    super(
        Severity.ERROR,
        Sides.FROM_12,
        "A registered host has capitals in the manifest, and Android does not find it again");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    for (String host : side.hosts()) {
      if (side.isVerified(host)) {
        continue;
      }
      for (AskedHost asked : side.verification(AndroidRelease.NEWEST).asked()) {
        if (!asked.isWildcard() && asked.host().equalsIgnoreCase(host)) {
          findings.add(
              finding(
                      side.at(asked.positions().get(0)),
                      "host "
                          + quote(asked.host())
                          + " has capitals: from Android 12 on links to it stay in the browser",
                      "write " + quote(asked.host().toLowerCase(Locale.ROOT)))
                  .withSeen(asked.host())
                  .withExpected(host));
        }
      }
    }
  }
}
