package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.AskedHost;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Locale;

/** For a wildcard the file of the name behind it is asked, and of that one alone. */
final class WildcardHost extends ManifestRule {

  WildcardHost() {
    super(
        Severity.WARNING,
        Sides.NONE,
        "A registered host is named by a wildcard, whose file is asked of another host");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    for (AskedHost each : side.verification(AndroidRelease.NEWEST).asked()) {
      List<String> covered =
          side.hosts().stream()
              .filter(host -> each.isWildcard() && covers(each, host) && !isNamed(side, host))
              .sorted()
              .toList();
      if (!covered.isEmpty() && !side.registeredHosts().contains(each.fileHost())) {
        findings.add(
            finding(
                    side.at(each.positions().get(0)),
                    "host "
                        + quote(each.host())
                        + " stands for "
                        + listed(covered)
                        + ", and Android asks https://"
                        + each.fileHost()
                        + "/.well-known/assetlinks.json, which is not registered",
                    "name the hosts one by one, or register "
                        + quote(each.fileHost())
                        + " and serve the file there")
                .withSeen(each.host()));
      }
    }
  }

  static boolean covers(AskedHost wildcard, String host) {
    return host.endsWith(wildcard.host().substring(1).toLowerCase(Locale.ROOT));
  }

  private static boolean isNamed(ManifestSide side, String host) {
    return side.verification(AndroidRelease.NEWEST).asked().stream()
        .anyMatch(each -> each.host().equals(host));
  }
}
