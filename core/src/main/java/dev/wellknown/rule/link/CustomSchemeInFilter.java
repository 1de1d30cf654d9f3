package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** Android passes over all hosts of a filter that names another scheme than http and https. */
final class CustomSchemeInFilter extends ManifestRule {

  CustomSchemeInFilter() {
    super(
        Severity.ERROR,
        Sides.ANDROID_READERS,
        "An intent filter for a registered host names another scheme, so that no host is verified");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    side.unverified(filter -> !filter.customSchemes().isEmpty())
        .forEach(
            (filter, hosts) ->
                findings.add(
                    finding(
                            side.at(filter.position()),
                            "the intent filter for "
                                + listed(hosts)
                                + " also names the scheme "
                                + quote(filter.customSchemes().get(0).written())
                                + ": none of its hosts is verified",
                            "move that scheme into an intent filter of its own, without autoVerify")
                        .withSeen(filter.customSchemes().get(0).written())));
  }
}
