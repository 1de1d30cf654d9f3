package dev.wellknown.rule.signin;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.SignIn;
import java.util.ArrayList;
import java.util.List;

/** RFC 8252 §8.12: the app could read what is typed, and servers refuse web views. */
final class EmbeddedWebView extends PlanRule {

  EmbeddedWebView() {
    super(Severity.WARNING, Evidence.DOCUMENTED, "Sign-in runs in a web view of the app");
  }

  @Override
  public List<Finding> check(Plan plan) {
    List<Finding> findings = new ArrayList<>();
    SignIn signIn = plan.signIn();
    if ("web-view".equals(signIn.iosAgent()) && !plan.apps(Platform.APPLE).isEmpty()) {
      findings.add(
          told(
              plan,
              "iosAgent",
              "on iOS",
              "use ASWebAuthenticationSession: iosAgent web-auth-https or web-auth-scheme"));
    }
    if ("web-view".equals(signIn.androidAgent()) && !plan.apps(Platform.ANDROID).isEmpty()) {
      findings.add(
          told(
              plan,
              "androidAgent",
              "on Android",
              "use an Auth Tab, or a Custom Tab: androidAgent auth-tab or custom-tab"));
    }
    return findings;
  }

  private Finding told(Plan plan, String key, String where, String fix) {
    return finding(
            plan.at(key),
            "sign-in runs in a web view "
                + where
                + ": no session is shared, many servers refuse it, and a redirect is loaded in it"
                + " instead of opening the app",
            fix)
        .withSeen("web-view");
  }
}
