package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/** Every reader parses the bytes as JSON, and nothing is not JSON. */
final class EmptyFile extends DefectRule {

  EmptyFile() {
    super(
        Defect.Kind.EMPTY,
        Severity.ERROR,
        EnumSet.allOf(Reader.class),
        Evidence.DOCUMENTED,
        "The file has no content");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
        document.at(defect),
        "the file holds " + defect.detail(),
        "publish the file's content; an empty answer often means a build step that failed");
  }
}
