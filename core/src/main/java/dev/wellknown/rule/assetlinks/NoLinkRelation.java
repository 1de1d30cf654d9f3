package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sharing passwords does not open links (comptest4300 and following of Google's protocol tests):
 * each relation is granted by itself.
 */
final class NoLinkRelation extends Rule<AssetLinks> {

  NoLinkRelation() {
    super(
        "assetlinks",
        Severity.NOTE,
        EnumSet.noneOf(Reader.class),
        Evidence.DOCUMENTED,
        "An app is named, but not for opening links");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    Map<String, Statement> without = new LinkedHashMap<>();
    List<String> with = new ArrayList<>();
    for (Statement statement : file.statements()) {
      if (statement.isInclude()) {
        return List.of(); // The other list may have it.
      }
      String name = statement.packageName();
      if (name == null || !statement.isApp() || statement.relations().isEmpty()) {
        continue;
      }
      if (statement.relations().stream().anyMatch(NoLinkRelation::mayMeanLinks)) {
        with.add(name);
      } else {
        without.putIfAbsent(name, statement);
      }
    }
    with.forEach(without::remove);
    List<Finding> findings = new ArrayList<>();
    without.forEach(
        (name, statement) ->
            findings.add(
                finding(
                        file.document().at(statement.object()),
                        "app "
                            + quote(name)
                            + " may do something for the site, but not open its links",
                        "if it shall, add "
                            + quote(AssetLinks.HANDLE_ALL_URLS)
                            + " to \"relation\"")
                    .withApp(name)));
    return findings;
  }

  /** What is malformed or misspelt is told elsewhere. */
  private static boolean mayMeanLinks(JsonValue relation) {
    String text = relation.asText();
    return text == null
        || KnownRelation.meantBy(text).orElse(null) == KnownRelation.HANDLE_ALL_URLS
        || !KnownRelation.isWellFormed(text);
  }
}
