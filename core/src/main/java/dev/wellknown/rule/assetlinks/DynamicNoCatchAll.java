package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import java.util.EnumSet;
import java.util.List;

/**
 * A link that no rule matches does not open the app
 * (https://developer.android.com/training/app-links/configure-assetlinks), so that exclusions alone
 * exclude everything.
 */
final class DynamicNoCatchAll extends StatementRule {

  /** Every exclusion at the end is compared with the rules before it. */
  private static final int MOST_COMPARED = 100;

  DynamicNoCatchAll() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "Dynamic rules exclude links and open none");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonArray list = statement.dynamicRules();
    if (list == null || list.elements().isEmpty() || !DynamicRule.areWellFormed(list)) {
      return;
    }
    List<DynamicRule> rules = DynamicRule.in(list);
    if (rules.stream().anyMatch(DynamicRule::isCatchAll)) {
      return;
    }
    int lastOpening = -1;
    for (int i = 0; i < rules.size(); i++) {
      lastOpening = rules.get(i).excludes() ? lastOpening : i;
    }
    if (lastOpening < 0) {
      findings.add(
          finding(
                  document.at(list),
                  "the rules exclude some links and open none: from Android 15 on the app opens no"
                      + " link at all",
                  "end the list with {\"/\": \"*\"}, which opens the rest")
              .withApp(statement.packageName()));
      return;
    }
    for (int i = lastOpening + 1; i < Math.min(rules.size(), lastOpening + MOST_COMPARED); i++) {
      if (!isShadowed(rules, i)) {
        findings.add(
            finding(
                    document.at(rules.get(i).object()),
                    "this exclusion changes nothing: no rule behind it opens links, and what no"
                        + " rule matches stays closed",
                    "remove it, or end the list with {\"/\": \"*\"} if the rest shall open the app")
                .withSeverity(Severity.NOTE)
                .withBreaks(EnumSet.noneOf(Reader.class))
                .withApp(statement.packageName()));
        return;
      }
    }
  }

  /** That an earlier rule decides instead is told by {@link DynamicUnreachableRule}. */
  private static boolean isShadowed(List<DynamicRule> rules, int index) {
    return rules.subList(0, index).stream()
        .limit(MOST_COMPARED)
        .anyMatch(earlier -> DynamicCover.covers(earlier, rules.get(index)));
  }
}
