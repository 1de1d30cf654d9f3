package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.Set;

/**
 * A rule about Apple's file. Both of its readers run the same matching code, so an offence breaks
 * both or none; iOS 13 and earlier differ, and messages name them.
 */
abstract class AasaRule extends Rule<AppSiteAssociation> {

  /** Something that is written has no effect: an app, a link or an exclusion is lost. */
  static final Set<Reader> BOTH = Reader.of(Platform.APPLE);

  /** Everything that is written works, though perhaps more does. */
  static final Set<Reader> NONE = Set.of();

  AasaRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super("aasa", severity, breaks, evidence, summary);
  }
}
