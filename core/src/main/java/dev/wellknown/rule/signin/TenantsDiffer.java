package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * A mobile app's host has the provider's tenant twice; with two tenants it is a web app's. An error
 * where the host is not declared, for then it serves no files.
 */
final class TenantsDiffer extends PlanRule {

  TenantsDiffer() {
    super(Severity.WARNING, Evidence.DOCUMENTED, "The two tenants in a redirect's host differ");
  }

  @Override
  public List<Finding> check(Plan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Redirect redirect : plan.https()) {
      HubHosts.tenants(plan, redirect.host())
          .map(
              tenants ->
                  about(
                      plan,
                      redirect,
                      "has tenant "
                          + quote(tenants.get(0))
                          + " in front of the app and "
                          + quote(tenants.get(1))
                          + " behind it; the host of a mobile app has one tenant twice",
                      "write the tenant that owns the app on both sides, not the user's"))
          .map(finding -> plan.isServed(redirect) ? finding : finding.withSeverity(Severity.ERROR))
          .ifPresent(findings::add);
    }
    return findings;
  }
}
