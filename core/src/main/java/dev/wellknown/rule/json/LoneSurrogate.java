package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * RFC 8259 §8.2 calls what readers make of it unpredictable: some refuse the file, some put another
 * character in its place.
 */
final class LoneSurrogate extends DefectRule {

  LoneSurrogate() {
    super(
        Defect.Kind.LONE_SURROGATE,
        Severity.WARNING,
        EnumSet.noneOf(Reader.class),
        Evidence.DERIVED,
        "An escape writes half a character");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "the text holds " + defect.detail(),
            "write the character itself in UTF-8, or both halves of its escape")
        .withSeen(defect.detail());
  }
}
