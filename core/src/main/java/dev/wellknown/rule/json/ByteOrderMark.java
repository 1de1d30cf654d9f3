package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * RFC 8259 §8.1 forbids a mark in front of JSON, and lets readers refuse it. Android's agents
 * (android.util.JsonReader) and Chromium skip one; that Apple's CDN, whose messages are those of a
 * Go program, and Google's service, which parses strictly, stop at it, is concluded. UTF-16 and
 * UTF-32 are out of reach for all who decode UTF-8.
 */
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
    boolean decoded = !document.text().isEmpty();
    Finding finding =
        finding(
                document.at(defect),
                "the file begins with " + defect.detail(),
                "save it as UTF-8 without a byte order mark")
            .withSeen(defect.detail());
    return decoded
        ? finding
        : finding.withBreaks(EnumSet.complementOf(EnumSet.of(Reader.APPLE_DIRECT)));
  }
}
