package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.AskedHost;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** "Invalid autoVerify domains", as {@code pm get-app-links} lists them. */
final class InvalidHost extends ManifestRule {

  InvalidHost() {
    super(
        Severity.WARNING,
        Sides.NONE,
        "A host of the manifest is no domain that Android can verify");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    for (AskedHost each : side.verification(AndroidRelease.NEWEST).invalid()) {
      findings.add(
          finding(
                  side.at(each.positions().get(0)),
                  "host " + quote(each.host()) + " is no domain: it is never verified",
                  each.host().contains("/") || each.host().contains(":")
                      ? "write the host name alone: no scheme, port or path"
                      : "name each host, or all below one as *.example.com")
              .withSeen(each.host()));
    }
  }
}
