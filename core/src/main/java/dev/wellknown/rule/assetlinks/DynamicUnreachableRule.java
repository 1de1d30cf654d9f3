package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

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
 * Rules are tried in order and the first that matches decides
 * (https://developer.android.com/training/app-links/configure-assetlinks). The path of a link is
 * empty or begins with a slash.
 */
final class DynamicUnreachableRule extends StatementRule {

  /** Enough to be useful; every rule is compared with every one before it. */
  private static final int MOST_COMPARED = 100;

  DynamicUnreachableRule() {
    super(
        Severity.WARNING,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "A dynamic rule can never decide");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonArray list = statement.dynamicRules();
    if (list == null || !DynamicRule.areWellFormed(list)) {
      return;
    }
    List<DynamicRule> rules = DynamicRule.in(list);
    for (int i = 0; i < Math.min(rules.size(), MOST_COMPARED); i++) {
      DynamicRule rule = rules.get(i);
      int before = firstCovering(rules, i);
      if (before >= 0) {
        findings.add(
            shadowed(document, rule, rules.get(before), before).withApp(statement.packageName()));
      } else if (isNeverMatched(rule)) {
        findings.add(noSlash(document, rule).withApp(statement.packageName()));
      }
    }
  }

  private static int firstCovering(List<DynamicRule> rules, int index) {
    for (int i = 0; i < index; i++) {
      if (DynamicCover.covers(rules.get(i), rules.get(index))) {
        return i;
      }
    }
    return -1;
  }

  private Finding shadowed(Document document, DynamicRule rule, DynamicRule before, int index) {
    Finding finding =
        finding(
                document.at(rule.object()),
                "every link that this rule matches is decided by rule "
                    + (index + 1)
                    + " of the list, in line "
                    + before.object().position().line(),
                rule.excludes() == before.excludes()
                    ? "remove it"
                    : "move it before that rule, or remove it")
            .withSeen(rule.object().toJson());
    return rule.excludes() == before.excludes()
        ? finding.withSeverity(Severity.NOTE).withBreaks(EnumSet.noneOf(Reader.class))
        : finding;
  }

  private Finding noSlash(Document document, DynamicRule rule) {
    String path = String.valueOf(rule.path());
    return finding(
            document.at(rule.patterns().get(0)),
            "path pattern "
                + quote(path)
                + " does not begin with a slash, as every path does: no"
                + " link matches it",
            "write " + quote("/" + path))
        .withSeen(path)
        .withExpected("/" + path);
  }

  /** In patterns with wildcards a dot stands for any character, and a backslash may escape. */
  private static boolean isNeverMatched(DynamicRule rule) {
    String path = rule.path();
    return path != null && !path.isEmpty() && "/*?.\\".indexOf(path.charAt(0)) < 0;
  }
}
