package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import java.util.EnumSet;

/**
 * A single-page application that answers every path with its start page gives this, with status
 * 200; a device then logs that the file is no JSON. No JSON begins with {@code <}.
 */
final class HtmlInsteadOfJson extends DefectRule {

  HtmlInsteadOfJson() {
    super(
        Defect.Kind.MARKUP,
        Severity.ERROR,
        EnumSet.allOf(Reader.class),
        Evidence.DOCUMENTED,
        "A page of markup stands where the JSON should be");
  }

  @Override
  Finding judge(Document document, Defect defect) {
    return finding(
            document.at(defect),
            "the file begins with " + defect.detail() + ", which is markup",
            "serve the file itself under its path: web frameworks answer unknown paths with their"
                + " start page")
        .withSeen(defect.detail());
  }
}
