package dev.wellknown.rule.json;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Defect;
import dev.wellknown.json.Document;
import dev.wellknown.rule.Rule;
import java.util.List;
import java.util.Set;

/** A rule that reports one kind of defect which reading has met. */
abstract class DefectRule extends Rule<Document> {

  private final Defect.Kind kind;

  DefectRule(
      Defect.Kind kind, Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super("json", severity, breaks, evidence, summary);
    this.kind = kind;
  }

  @Override
  public final List<Finding> check(Document document) {
    return document.defects().stream()
        .filter(defect -> defect.kind() == kind)
        .map(defect -> judge(document, defect))
        .toList();
  }

  abstract Finding judge(Document document, Defect defect);
}
