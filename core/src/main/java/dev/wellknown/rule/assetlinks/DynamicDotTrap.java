package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonString;
import java.util.EnumSet;
import java.util.List;

/**
 * DalComponentParser in packages/StatementService of the Android source turns a pattern into one of
 * android.os.PatternMatcher. Its first version wrote dots as {@code \.} in patterns that are
 * compared as they stand, so that nothing with a dot ever matched; with wildcards inside, a dot
 * stands for any character to this day.
 */
final class DynamicDotTrap extends StatementRule {

  DynamicDotTrap() {
    super(
        Severity.NOTE,
        EnumSet.noneOf(Reader.class),
        Evidence.DOCUMENTED,
        "A dot in a dynamic rule is not compared as a dot everywhere");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonArray list = statement.dynamicRules();
    if (list == null) {
      return;
    }
    for (DynamicRule rule : DynamicRule.in(list)) {
      for (JsonString pattern : rule.patterns()) {
        String text = pattern.value();
        if (text.indexOf('.') >= 0) {
          findings.add(
              finding(
                      document.at(pattern),
                      "pattern " + quote(text) + ": " + trap(text),
                      "try the links that matter, or write the pattern without a dot")
                  .withSeen(text)
                  .withApp(statement.packageName()));
        }
      }
    }
  }

  private static String trap(String pattern) {
    int wildcard = firstWildcard(pattern);
    boolean atEndOnly = wildcard < 0 || wildcard == pattern.length() - 1 && pattern.endsWith("*");
    if (atEndOnly) {
      return "the first builds of Android 15 never match it because of the dot; later ones do";
    }
    return pattern.replace("*.", "*").indexOf('.') >= 0
        ? "the dot stands for any character there, because the pattern has wildcards inside"
        : "the star stops at the first dot of the link, so that a link with two dots does not"
            + " match";
  }

  private static int firstWildcard(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
        return i;
      }
    }
    return -1;
  }
}
