package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * RFC 8259 §2: one value, and blanks around it. Strict parsers refuse the whole file; Android's own
 * agents close the list and never read so far (StatementParser in packages/StatementService).
 */
final class TrailingText extends DefectRule {

  TrailingText() {
    super(
        Defect.Kind.TRAILING_TEXT,
        Severity.ERROR,
        EnumSet.of(Reader.APPLE_CDN, Reader.APPLE_DIRECT, Reader.GOOGLE_API, Reader.CHROME),
        Evidence.DERIVED,
        "Something stands behind the end of the JSON");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "behind the end of the JSON stands "
                + defect.detail()
                + ": strict readers refuse the file",
            "remove everything behind the bracket that closes the first one")
        .withSeen(defect.detail());
  }
}
