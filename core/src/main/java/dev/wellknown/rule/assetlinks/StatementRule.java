package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A rule that looks at one element of the list at a time. */
abstract class StatementRule extends Rule<AssetLinks> {

  StatementRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super("assetlinks", severity, breaks, evidence, summary);
  }

  @Override
  public final List<Finding> check(AssetLinks file) {
    List<Finding> findings = new ArrayList<>();
    for (Statement statement : file.statements()) {
      check(file.document(), statement, findings);
    }
    return findings;
  }

  /** Adds what is wrong with one element that is an object; includes come too. */
  abstract void check(Document document, Statement statement, List<Finding> findings);
}
