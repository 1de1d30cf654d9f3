package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A rule about each entry of {@code applinks.details} by itself. */
abstract class EntryRule extends AasaRule {

  EntryRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super(severity, breaks, evidence, summary);
  }

  @Override
  public final List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (Entry entry : file.entries()) {
      judge(file, entry, findings);
    }
    return findings;
  }

  abstract void judge(AppSiteAssociation file, Entry entry, List<Finding> findings);
}
