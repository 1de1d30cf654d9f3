package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.FilterHost;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.link.ManifestSide.Taker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A port in a filter is compared with the one that is written in the link: 443 mostly is not. */
final class PortInFilter extends ManifestRule {

  PortInFilter() {
    super(
        Severity.ERROR,
        Sides.ANDROID_READERS,
        "A registered host has a port in the intent filter, which links do not have");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    Set<FilterHost> withPort = new LinkedHashSet<>();
    for (String host : side.hosts()) {
      List<FilterHost> named = side.meant(host).stream().map(Taker::host).toList();
      if (named.stream().allMatch(each -> each.port() != null)) {
        withPort.addAll(named);
      }
    }
    for (FilterHost each : withPort) {
      String port =
          Stream.ofNullable(each.port()).map(ManifestValue::written).findFirst().orElse("");
      findings.add(
          finding(
                  side.at(each.position()),
                  "host "
                      + quote(each.host().written())
                      + " is taken with port "
                      + quote(port)
                      + " only, and links without a port written out do not match",
                  "remove android:port")
              .withSeen(port));
    }
  }
}
