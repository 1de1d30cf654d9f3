package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/** Strict parsers refuse it; Android's own agent never reads so far (android.md §3.3). */
final class TrailingText extends DefectRule {

  TrailingText() {
    super(
        Defect.Kind.TRAILING_TEXT,
        Severity.ERROR,
        EnumSet.of(Reader.APPLE_CDN, Reader.APPLE_DIRECT, Reader.GOOGLE_API, Reader.CHROME),
        Evidence.DOCUMENTED,
        "Something stands behind the end of the JSON");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "behind the end of the JSON stands " + defect.detail(),
            "remove everything behind the last bracket")
        .withSeen(defect.detail());
  }
}
