package dev.wellknown.rule.json;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * RFC 8259 §4 leaves open what becomes of it. Android's agent up to Android 14 loses the file
 * (JsonParser in packages/StatementService), later ones and most parsers take the last value; what
 * Google's service and Apple's CDN do is not known.
 */
final class DuplicateMember extends DefectRule {

  DuplicateMember() {
    super(
        Defect.Kind.DUPLICATE_MEMBER,
        Severity.WARNING,
        EnumSet.of(Reader.ANDROID_LEGACY),
        Evidence.DOCUMENTED,
        "A name stands twice in one object");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "the name "
                + quote(defect.detail())
                + " stands twice in one object: most readers take the last one, some lose the file",
            "keep one of the two")
        .withSeen(defect.detail());
  }
}
