package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * comptest2107 and 2109 to 2126 of Google's protocol tests; Relation in Android's agent, where the
 * exception costs the statement up to Android 11 and the whole file from Android 12 on. Chromium
 * compares texts, so it misses only relations that it would have asked for.
 */
final class MalformedRelation extends StatementRule {

  private static final String LOSS =
      ": Google's service skips the statement, Android 12 and later lose the whole file";

  MalformedRelation() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY, Reader.CHROME),
        Evidence.DOCUMENTED,
        "A relation has not the form kind/detail");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    for (JsonValue relation : statement.relations()) {
      String text = relation.asText();
      if (text == null) {
        findings.add(
            finding(
                    document.at(relation),
                    "a relation is " + Shown.inWords(relation) + ", not a text" + LOSS,
                    "write relations as texts, for instance "
                        + quote(KnownRelation.HANDLE_ALL_URLS.text()))
                .withSeen(relation.toJson())
                .withBreaks(withoutChrome())
                .withApp(statement.packageName()));
      } else if (!KnownRelation.isWellFormed(text)) {
        findings.add(judge(document, statement, relation, text));
      }
    }
  }

  private Finding judge(Document document, Statement statement, JsonValue at, String text) {
    Optional<KnownRelation> meant = KnownRelation.meantBy(text);
    String mended = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    Optional<String> right =
        meant
            .map(KnownRelation::text)
            .or(() -> Optional.of(mended).filter(KnownRelation::isWellFormed));
    EnumSet<Reader> breaks = withoutChrome();
    if (meant.isPresent()
        && meant.get().readers().contains(Reader.CHROME)
        && !statement.hasRelation(meant.get().text())) {
      breaks.add(Reader.CHROME);
    }
    return finding(
            document.at(at),
            "relation " + quote(text) + " " + problem(text) + LOSS,
            right
                .map(relation -> "write " + quote(relation))
                .orElse(
                    "write kind/detail, for instance "
                        + quote(KnownRelation.HANDLE_ALL_URLS.text())))
        .withSeen(text)
        .withExpected(right.orElse(null))
        .withBreaks(breaks)
        .withApp(statement.packageName());
  }

  private static EnumSet<Reader> withoutChrome() {
    return EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12, Reader.ANDROID_LEGACY);
  }

  private static String problem(String text) {
    if (text.isEmpty()) {
      return "is empty";
    }
    if (text.codePoints().anyMatch(p -> Character.isWhitespace(p) || Character.isSpaceChar(p))) {
      return "has a blank in it";
    }
    if (text.indexOf('*') >= 0) {
      return "has a wildcard in it";
    }
    long slashes = text.chars().filter(unit -> unit == '/').count();
    if (slashes != 1) {
      return slashes == 0 ? "has no slash between kind and detail" : "has more than one slash";
    }
    if (text.startsWith("/") || text.endsWith("/")) {
      return "lacks its " + (text.startsWith("/") ? "kind" : "detail");
    }
    return KnownRelation.isWellFormed(text.toLowerCase(Locale.ROOT))
        ? "has capitals in it"
        : "holds signs other than a to z, 0 to 9, \"_\" and \".\"";
  }
}
