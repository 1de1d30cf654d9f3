package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;

/**
 * comptest2012, 2106 and 2108 of Google's protocol tests; Android's agents and Chromium skip the
 * statement. A statement about a site is looked at by Google's service alone.
 */
final class MissingRelation extends StatementRule {

  MissingRelation() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "A statement does not say what it allows");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonValue relation = statement.object().get("relation");
    boolean full = relation instanceof JsonArray list && !list.elements().isEmpty();
    boolean none = relation == null && (statement.isInclude() || !statement.object().has("target"));
    if (full || none) {
      return;
    }
    String usual =
        (statement.isWeb() ? KnownRelation.GET_LOGIN_CREDS : KnownRelation.HANDLE_ALL_URLS).text();
    Finding finding;
    if (relation == null) {
      finding =
          finding(
              document.at(statement.object()),
              "the statement has no \"relation\": every reader skips it",
              MisspeltMember.fix(statement.object(), "relation")
                  .orElse("add \"relation\": [\"" + usual + "\"]"));
    } else if (relation instanceof JsonArray) {
      finding =
          finding(
              document.at(relation),
              "the list \"relation\" is empty: the statement allows nothing",
              "name what the target may do, for instance \"" + usual + "\"");
    } else {
      finding =
          finding(
                  document.at(relation),
                  "\"relation\" is "
                      + Shown.inWords(relation)
                      + ", not a list: "
                      + (AgentJson.firstUnknown(relation) == null
                          ? "every reader skips the statement"
                          : "Android's own agent loses the whole file, the others skip the"
                              + " statement"),
                  relation instanceof JsonString
                      ? "put brackets around it: [" + relation.toJson() + "]"
                      : "write a list of texts: [\"" + usual + "\"]")
              .withSeen(relation.toJson())
              .withExpected("a list");
    }
    EnumSet<Reader> breaks = Audience.of(statement);
    breaks.addAll(AgentJson.lostBy(relation));
    findings.add(finding.withBreaks(breaks).withApp(statement.packageName()));
  }
}
