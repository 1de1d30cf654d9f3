package dev.wellknown.rule.signin;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.Redirect;
import java.util.ArrayList;
import java.util.List;

/** Gateway, identity and source hosts serve no association of the app. */
final class RedirectToServiceHost extends PlanRule {

  RedirectToServiceHost() {
    super(
        Severity.ERROR,
        Evidence.DERIVED,
        "A redirect leads to a host of Insights Hub that no app can open");
  }

  @Override
  public List<Finding> check(Plan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Redirect redirect : plan.https()) {
      if (!plan.isServed(redirect)) {
        HubHosts.service(plan, redirect.host())
            .map(
                what ->
                    about(
                        plan,
                        redirect,
                        "leads to " + what + ", which no app can be associated with",
                        "write the app's own host, https://{tenant}-{internal name}-{tenant}."
                            + "{region}.{domain}/login"))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }
}
