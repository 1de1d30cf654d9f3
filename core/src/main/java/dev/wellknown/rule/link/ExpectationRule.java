package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.List;

/** A rule about a link that does otherwise than the registration expects. */
abstract class ExpectationRule extends Rule<TriedLink> {

  private final boolean wanted;

  ExpectationRule(boolean wanted, String summary) {
    super("link", Severity.ERROR, Sides.LINK_READERS, Evidence.DOCUMENTED, summary);
    this.wanted = wanted;
  }

  /** What to do about it. */
  abstract String fix(TriedLink.Decider decider);

  @Override
  public List<Finding> check(TriedLink link) {
    if (link.wanted() != wanted || link.opened() == wanted) {
      return List.of();
    }
    return List.of(
        finding(
                link.declaredAt(),
                quote(link.url())
                    + (wanted ? " should open app " : " should not open app ")
                    + quote(link.app())
                    + (wanted ? " and does not: " : " and does: ")
                    + link.reason(),
                fix(link.decider()))
            .withSeen(link.url())
            .withApp(link.app())
            .withBreaks(link.readers())
            .withEvidence(link.evidence()));
  }
}
