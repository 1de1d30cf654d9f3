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
 * Android's agent up to 14 rejects the file, later ones and most parsers take the last value, and
 * what Google's service and Apple's CDN do is not known (android.md §1.1, apple.md §1.4).
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
            "the name " + quote(defect.detail()) + " stands twice in one object",
            "keep one of the two: most readers take the last, some refuse the file")
        .withSeen(defect.detail());
  }
}
