package dev.wellknown.rule.link;

import dev.wellknown.app.IntentFilter;
import dev.wellknown.app.UriGroup;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.link.ManifestSide.Taker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What no group matches is not taken, so groups that only exclude close the filter. */
final class OnlyExcludingGroups extends ManifestRule {

  OnlyExcludingGroups() {
    super(
        Severity.ERROR,
        Sides.FROM_12,
        "All groups of an intent filter exclude, so that Android 15 and later take no link");
  }

  @Override
  void check(ManifestSide side, List<Finding> findings) {
    Map<IntentFilter, List<String>> closed = new LinkedHashMap<>();
    for (String host : side.hosts()) {
      List<IntentFilter> filters = side.meant(host).stream().map(Taker::filter).distinct().toList();
      if (filters.stream().allMatch(OnlyExcludingGroups::isClosed)) {
        filters.forEach(each -> closed.computeIfAbsent(each, key -> new ArrayList<>()).add(host));
      }
    }
    tell(
        side,
        closed,
        "has groups with android:allow=\"false\" alone: what none of them matches is not taken"
            + " either, from Android 15 on",
        "add a last <uri-relative-filter-group> that lets the rest in, for instance with <data"
            + " android:pathPrefix=\"/\"/>",
        findings);
  }

  private static boolean isClosed(IntentFilter filter) {
    return filter.paths().isEmpty()
        && !filter.groups().isEmpty()
        && filter.groups().stream().noneMatch(UriGroup::allow);
  }
}
