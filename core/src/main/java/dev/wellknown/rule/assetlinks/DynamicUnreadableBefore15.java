package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.Rule;
import java.util.EnumSet;
import java.util.List;

/**
 * JsonParser in packages/StatementService of the Android source knew lists of texts only, and
 * neither true nor false, until Android 15. Google's own agent is documented to ignore the member
 * on earlier versions (https://developer.android.com/training/app-links/faq).
 */
final class DynamicUnreadableBefore15 extends Rule<AssetLinks> {

  DynamicUnreadableBefore15() {
    super(
        "assetlinks",
        Severity.NOTE,
        EnumSet.of(Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "Dynamic rules make the file unreadable to Android's own agent before Android 15");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    for (Statement statement : file.statements()) {
      JsonValue rules = statement.dynamicRulesValue();
      if (rules != null && !AgentJson.isReadableBefore15(rules)) {
        return List.of(
            finding(
                file.document().at(rules),
                "dynamic rules are more than Android's own agent can read before Android 15: there"
                    + " it loses the whole file (phones with Google services ignore them)",
                "where phones without Google services matter, say paths in the app's manifest"
                    + " instead"));
      }
    }
    return List.of();
  }
}
