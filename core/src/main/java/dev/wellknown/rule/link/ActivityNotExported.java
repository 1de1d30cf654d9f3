package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.app.LinkActivity;
import dev.wellknown.app.Setting;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.link.ManifestSide.Taker;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is not exported, a browser cannot start. */
final class ActivityNotExported extends ManifestRule {

  ActivityNotExported() {
    super(
        Severity.ERROR,
        Sides.ANDROID_READERS,
        "The activity for a registered host cannot be started by other apps");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    Set<LinkActivity> closed = new LinkedHashSet<>();
    for (String host : side.hosts()) {
      List<LinkActivity> activities = side.meant(host).stream().map(Taker::activity).toList();
      if (activities.stream().allMatch(each -> each.exported() == Setting.OFF)) {
        closed.addAll(activities);
      }
    }
    for (LinkActivity activity : closed) {
      findings.add(
          finding(
                  side.at(activity.position()),
                  "activity "
                      + quote(activity.name())
                      + " has android:exported=\"false\": no browser can start it",
                  "write android:exported=\"true\"")
              .withSeen(activity.name()));
    }
  }
}
