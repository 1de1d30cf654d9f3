package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Purpose;
import java.util.ArrayList;
import java.util.List;

/** Chrome's Auth Tab hands an https redirect to apps that the host's file names alone. */
final class AuthTabWithoutAssociation extends PlanRule {

  AuthTabWithoutAssociation() {
    super(
        Severity.ERROR,
        Evidence.DERIVED,
        "An Auth Tab needs the app's association with the redirect's host");
  }

  @Override
  public List<Finding> check(Plan plan) {
    boolean https =
        plan.https().stream().anyMatch(each -> each.platforms().contains(Platform.ANDROID));
    if (!https || !"auth-tab".equals(plan.signIn().androidAgent())) {
      return List.of();
    }
    String relation = Purpose.LINKS.relation().orElseThrow();
    List<Finding> findings = new ArrayList<>();
    for (App app : plan.apps(Platform.ANDROID)) {
      AndroidApp android = app.android().orElseThrow();
      if (!app.purposes().contains(Purpose.LINKS) && !android.relations().contains(relation)) {
        findings.add(
            finding(
                    plan.registration().at(app.declaredAt()),
                    "app "
                        + quote(app.name())
                        + " signs in with an Auth Tab, which hands https redirects to associated"
                        + " apps alone, and has not the purpose links",
                    "add links to its purposes")
                .withApp(android.packageName()));
      }
    }
    return findings;
  }
}
