package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/** RFC 8259 §8.1 forbids a mark in front of JSON; strict parsers stop at it (apple.md §1.4). */
final class ByteOrderMark extends DefectRule {

  ByteOrderMark() {
    super(
        Defect.Kind.BYTE_ORDER_MARK,
        Severity.ERROR,
        EnumSet.of(Reader.APPLE_CDN, Reader.GOOGLE_API),
        Evidence.DERIVED,
        "The file begins with a byte order mark, or is not in UTF-8");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "the file begins with " + defect.detail(),
            "save it as UTF-8 without a byte order mark")
        .withSeen(defect.detail());
  }
}
