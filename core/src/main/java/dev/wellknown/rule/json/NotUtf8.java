package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * RFC 8259 §8.1: JSON between systems is UTF-8. Strict readers refuse the file (JSON_PARSE_RFC in
 * Chromium, Foundation on Apple's systems); Android's agents decode as Java does, and read U+FFFD
 * where the bytes are broken.
 */
final class NotUtf8 extends DefectRule {

  NotUtf8() {
    super(
        Defect.Kind.NOT_UTF8,
        Severity.ERROR,
        EnumSet.complementOf(EnumSet.of(Reader.ANDROID_12, Reader.ANDROID_LEGACY)),
        Evidence.DERIVED,
        "The bytes are not UTF-8");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "the file has " + defect.detail(),
            "save the file as UTF-8, and look at the letters around this place")
        .withSeen(defect.detail());
  }
}
