package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonString;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For one site, relation and app, rules are to be declared once; what counts else is undefined
 * (https://developer.android.com/training/app-links/configure-assetlinks). Android's own agent
 * takes the first statement of the app, whether it has rules or not (DomainVerifier in
 * packages/StatementService).
 */
final class RulesDeclaredTwice extends Rule<AssetLinks> {

  RulesDeclaredTwice() {
    super(
        "assetlinks",
        Severity.WARNING,
        EnumSet.of(Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "An app with dynamic rules has several statements about its links");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    Map<List<String>, Statement> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : file.statements()) {
      String name = statement.packageName();
      if (name == null
          || statement.isInclude()
          || !statement.isApp()
          || !statement.hasRelation(AssetLinks.HANDLE_ALL_URLS)) {
        continue;
      }
      Statement earlier = null;
      for (JsonString fingerprint : statement.fingerprintTexts()) {
        Statement other = first.putIfAbsent(List.of(name, fingerprint.value()), statement);
        earlier = earlier == null && other != statement ? other : earlier;
      }
      if (earlier != null && (hasRules(statement) || hasRules(earlier))) {
        findings.add(judge(file, statement, earlier));
      }
    }
    return findings;
  }

  private Finding judge(AssetLinks file, Statement statement, Statement earlier) {
    int line = earlier.object().position().line();
    Finding finding =
        finding(
                file.document().at(statement.object()),
                hasRules(statement)
                    ? "the rules of this statement are not read by Android's own agent, for the"
                        + " same app has a statement in line "
                        + line
                    : "the same app has a statement with dynamic rules in line "
                        + line
                        + "; which of the two counts is not defined",
                "write one statement for the app, with its rules")
            .withApp(statement.packageName());
    return hasRules(statement) ? finding : finding.withBreaks(EnumSet.noneOf(Reader.class));
  }

  private static boolean hasRules(@Nullable Statement statement) {
    JsonArray rules = statement == null ? null : statement.dynamicRules();
    return rules != null && !rules.elements().isEmpty();
  }
}
