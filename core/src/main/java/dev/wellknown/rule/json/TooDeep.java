package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * RFC 8259 §9 lets parsers set their own limit: Chromium's and this one stop at 200 levels. What
 * could not be read is not called good for anybody; no association file needs ten levels.
 */
final class TooDeep extends DefectRule {

  TooDeep() {
    super(
        Defect.Kind.TOO_DEEP,
        Severity.ERROR,
        EnumSet.allOf(Reader.class),
        Evidence.DERIVED,
        "The values are nested deeper than any reader needs");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "the text has " + defect.detail(),
            "remove the needless nesting; neither file needs more than ten levels")
        .withSeen(defect.detail());
  }
}
