package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/** The vendor's own token sample leaves the region out: {@code …-demo.mindsphere.io/login}. */
final class RedirectWithoutRegion extends PlanRule {

  RedirectWithoutRegion() {
    super(
        Severity.ERROR,
        Evidence.DOCUMENTED,
        "A redirect to Insights Hub has no region in its host");
  }

  @Override
  public List<Finding> check(Plan plan) {
    return plan.https().stream()
        .filter(redirect -> HubHosts.lacksRegion(plan, redirect.host()))
        .map(
            redirect ->
                about(
                    plan,
                    redirect,
                    "has no region in its host, and there is no such host",
                    "write the region in front of the domain, such as .eu1.mindsphere.io"
                        + plan.registration()
                            .insightsHub()
                            .map(hub -> "; here it is " + quote(hub.hosts().get(0).value()))
                            .orElse("")))
        .toList();
  }
}
