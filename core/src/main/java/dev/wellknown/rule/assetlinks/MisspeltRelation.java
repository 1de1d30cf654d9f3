package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;

/**
 * Any text of the form kind/detail is a relation (comptest2102 to 2105 of Google's protocol tests);
 * one that nobody asks for is legal, and silently useless.
 */
final class MisspeltRelation extends StatementRule {

  MisspeltRelation() {
    super(
        Severity.ERROR,
        Reader.of(Platform.ANDROID),
        Evidence.DOCUMENTED,
        "A relation is one slip away from a known one");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    for (JsonValue relation : statement.relations()) {
      if (relation instanceof JsonString text
          && KnownRelation.isWellFormed(text.value())
          && KnownRelation.named(text.value()).isEmpty()) {
        KnownRelation.meantBy(text.value())
            .ifPresent(meant -> findings.add(judge(document, statement, text, meant)));
      }
    }
  }

  private Finding judge(
      Document document, Statement statement, JsonString text, KnownRelation meant) {
    boolean twice = statement.hasRelation(meant.text());
    EnumSet<Reader> breaks = Audience.of(statement);
    breaks.retainAll(meant.readers());
    Finding finding =
        finding(
                document.at(text),
                "nobody asks for the relation "
                    + quote(text.value())
                    + (twice ? ", and the right one stands beside it" : ""),
                twice ? "remove it" : "write " + quote(meant.text()))
            .withSeen(text.value())
            .withExpected(meant.text())
            .withApp(statement.packageName());
    if (twice) {
      return finding.withSeverity(Severity.NOTE).withBreaks(EnumSet.noneOf(Reader.class));
    }
    return breaks.contains(Reader.GOOGLE_API)
        ? finding.withBreaks(breaks)
        : finding.withBreaks(breaks).withSeverity(Severity.WARNING);
  }
}
