package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.AppleApp;
import dev.wellknown.registration.Purpose;
import java.util.List;

/**
 * ASWebAuthenticationSession takes https callbacks of hosts that are associated for webcredentials.
 */
final class HttpsCallbackWithoutCredentials extends PlanRule {

  HttpsCallbackWithoutCredentials() {
    super(
        Severity.ERROR,
        Evidence.DOCUMENTED,
        "An https callback of iOS needs the purpose credentials");
  }

  @Override
  public List<Finding> check(Plan plan) {
    boolean https =
        plan.https().stream().anyMatch(each -> each.platforms().contains(Platform.APPLE));
    if (!https || !"web-auth-https".equals(plan.signIn().iosAgent())) {
      return List.of();
    }
    return plan.apps(Platform.APPLE).stream()
        .filter(app -> !app.purposes().contains(Purpose.CREDENTIALS))
        .map(
            app ->
                finding(
                        plan.registration().at(app.declaredAt()),
                        "app "
                            + quote(app.name())
                            + " takes sign-in callbacks by https (web-auth-https), for which iOS"
                            + " wants the service webcredentials, and has not the purpose"
                            + " credentials",
                        "add credentials to its purposes, and webcredentials:HOST to its"
                            + " entitlements")
                    .withApp(app.ios().map(AppleApp::appId).orElse(null)))
        .toList();
  }
}
