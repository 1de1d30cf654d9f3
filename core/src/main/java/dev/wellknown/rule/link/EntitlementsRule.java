package dev.wellknown.rule.link;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A rule about an app's entitlements. */
abstract class EntitlementsRule extends Rule<EntitlementsSide> {

  EntitlementsRule(Severity severity, Set<Reader> breaks, String summary) {
    super("link", severity, breaks, Evidence.DOCUMENTED, summary);
  }

  @Override
  public final List<Finding> check(EntitlementsSide side) {
    List<Finding> findings = new ArrayList<>();
    check(side, findings);
    return findings.stream().map(each -> each.withApp(side.appId())).toList();
  }

  abstract void check(EntitlementsSide side, List<Finding> findings);
}
