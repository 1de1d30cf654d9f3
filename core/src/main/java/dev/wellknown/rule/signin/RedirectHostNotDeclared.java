package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.Redirect;
import java.util.List;

/**
 * Files vouch for the host that serves them alone, so a redirect to another one cannot open the
 * app.
 */
final class RedirectHostNotDeclared extends PlanRule {

  RedirectHostNotDeclared() {
    super(
        Severity.ERROR,
        Evidence.DOCUMENTED,
        "A redirect leads to a host that serves none of the registered files");
  }

  @Override
  public List<Finding> check(Plan plan) {
    return plan.https().stream()
        .filter(redirect -> !plan.isServed(redirect))
        .filter(redirect -> !HubHosts.isTold(plan, redirect))
        .map(redirect -> judge(plan, redirect))
        .toList();
  }

  private Finding judge(Plan plan, Redirect redirect) {
    String host = redirect.host();
    boolean port = plan.registration().hosts().stream().anyMatch(each -> each.value().equals(host));
    if (port) {
      return about(
          plan,
          redirect,
          "names port " + redirect.uri().getPort() + ", and platforms associate port 443 alone",
          "write it without a port, and register it so at the sign-in server");
    }
    return about(
        plan,
        redirect,
        "leads to a host that the registration does not declare, so its files do not bring it to"
            + " the app",
        HubHosts.otherTenant(plan, host)
            .map(
                tenant ->
                    "add "
                        + quote(tenant)
                        + " to insightsHub.operatorTenants if the app was handed over to that"
                        + " tenant: its host serves files of its own")
            .orElse(
                "write one of the hosts, or declare "
                    + quote(host)
                    + " if it serves the files, too"));
  }
}
