package dev.wellknown.rule.link;

import dev.wellknown.app.IntentFilter;
import dev.wellknown.app.ManifestValue;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Position;
import java.util.List;
import java.util.Set;

/** Placeholders and resources are never guessed. */
final class UnresolvedValue extends ManifestRule {

  UnresolvedValue() {
    super(
        Severity.NOTE,
        Sides.NONE,
        "A value of the manifest is filled in by the build, and not known");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    Set<String> values = side.unresolved();
    if (!values.isEmpty()) {
      findings.add(
          finding(
                  side.at(first(side)),
                  "the build fills in "
                      + listed(values)
                      + ": whether the app takes links of the registered hosts is not decided by"
                      + " this file",
                  "name the merged manifest of a release build in its place")
              .withSeen(String.join(",", values)));
    }
  }

  private static Position first(ManifestSide side) {
    for (IntentFilter filter : side.manifest().filters()) {
      boolean open =
          filter.hosts().stream().anyMatch(each -> !each.host().isResolved())
              || !filter.schemes().stream().allMatch(ManifestValue::isResolved);
      if (open && filter.actions().contains(IntentFilter.VIEW)) {
        return filter.position();
      }
    }
    return side.manifest().filters().get(0).position();
  }
}
