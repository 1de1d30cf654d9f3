package dev.wellknown.rule.link;

import static java.util.stream.Collectors.joining;

import dev.wellknown.app.HostVerification;
import dev.wellknown.app.HostVerification.Obstacle;
import dev.wellknown.app.IntentFilter;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A filter counts for links only with VIEW, DEFAULT and BROWSABLE, all three. */
final class MissingCategory extends ManifestRule {

  private static final Set<Obstacle> LACKS =
      EnumSet.of(Obstacle.NO_VIEW, Obstacle.NO_BROWSABLE, Obstacle.NO_DEFAULT);

  MissingCategory() {
    super(
        Severity.ERROR,
        Sides.ANDROID_READERS,
        "An intent filter for a registered host lacks an action or a category that links need");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    side.unverified(filter -> !lacks(filter).isEmpty())
        .forEach(
            (filter, hosts) ->
                findings.add(
                    finding(
                            side.at(filter.position()),
                            "the intent filter for "
                                + listed(hosts)
                                + " does not count for links: "
                                + lacks(filter).stream()
                                    .map(Obstacle::words)
                                    .collect(joining(" and ")),
                            "give it the action VIEW and the categories DEFAULT and BROWSABLE")
                        .withSeen(String.join(",", hosts))));
  }

  private static Set<Obstacle> lacks(IntentFilter filter) {
    Set<Obstacle> lacks = EnumSet.copyOf(LACKS);
    lacks.retainAll(HostVerification.obstacles(filter));
    return lacks;
  }
}
