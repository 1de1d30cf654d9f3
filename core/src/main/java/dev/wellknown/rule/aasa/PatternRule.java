package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule about each pattern by itself. */
abstract class PatternRule extends AasaRule {

  PatternRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super(severity, breaks, evidence, summary);
  }

  @Override
  public final List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (WrittenPattern pattern : WrittenPattern.in(file)) {
      Finding finding = judge(file, pattern);
      if (finding != null) {
        String expected = finding.expected();
        findings.add(
            finding
                .withSeen(pattern.written())
                .withExpected(expected == null ? null : Printable.cut(expected))
                .withApp(pattern.app()));
      }
    }
    return findings;
  }

  /** The offence in one pattern; null where there is none. */
  abstract @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern);
}
