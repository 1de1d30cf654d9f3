package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * Every reader parses the file as strict JSON (RFC 8259) and loses all of it at the first break.
 */
final class NotJson extends DefectRule {

  NotJson() {
    super(
        Defect.Kind.NOT_JSON,
        Severity.ERROR,
        EnumSet.allOf(Reader.class),
        Evidence.DOCUMENTED,
        "The text breaks the JSON grammar");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "JSON breaks here: " + defect.detail(),
            "mend the text at this place; an editor that knows JSON marks it")
        .withSeen(defect.detail());
  }
}
