package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/** RFC 8259 §8.1: JSON between systems is UTF-8. Readers refuse it or see other letters. */
final class NotUtf8 extends DefectRule {

  NotUtf8() {
    super(
        Defect.Kind.NOT_UTF8,
        Severity.ERROR,
        EnumSet.allOf(Reader.class),
        Evidence.DOCUMENTED,
        "The bytes are not UTF-8");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(document.at(defect), "the file has " + defect.detail(), "save the file as UTF-8")
        .withSeen(defect.detail());
  }
}
