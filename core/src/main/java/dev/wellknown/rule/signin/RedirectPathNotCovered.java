package dev.wellknown.rule.signin;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import dev.wellknown.match.AndroidMatcher;
import dev.wellknown.match.AndroidUrl;
import dev.wellknown.match.AndroidVerdict;
import dev.wellknown.match.AppleMatcher;
import dev.wellknown.match.AppleVerdict;
import dev.wellknown.registration.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A redirect to a path that the files keep in the browser, by leaving it out or by excluding it.
 */
final class RedirectPathNotCovered extends PlanRule {

  RedirectPathNotCovered() {
    super(Severity.ERROR, Evidence.DOCUMENTED, "A redirect leads to a path that no app opens");
  }

  @Override
  public List<Finding> check(Plan plan) {
    List<Finding> findings = new ArrayList<>();
    for (Redirect redirect : plan.https()) {
      if (plan.isServed(redirect)) {
        String url = Plan.answered(redirect);
        apple(plan, redirect)
            .filter(matcher -> matcher.apps().stream().noneMatch(app -> opens(matcher, url, app)))
            .map(matcher -> reason(matcher, url))
            .ifPresent(reason -> findings.add(stays(plan, redirect, "Apple's systems", reason)));
        android(plan, redirect)
            .filter(matcher -> matcher.apps().stream().allMatch(app -> keeps(matcher, url, app)))
            .map(
                matcher ->
                    matcher.decide(matcher.apps().iterator().next(), AndroidUrl.of(url)).reason())
            .ifPresent(reason -> findings.add(stays(plan, redirect, "Android", reason)));
      }
    }
    return findings;
  }

  /** Links decide unless the session itself takes the answer, by its association alone. */
  private static Optional<AppleMatcher> apple(Plan plan, Redirect redirect) {
    boolean asked =
        redirect.platforms().contains(Platform.APPLE)
            && !"web-auth-https".equals(plan.signIn().iosAgent());
    return plan.apple().filter(matcher -> asked && !matcher.apps().isEmpty());
  }

  private static Optional<AndroidMatcher> android(Plan plan, Redirect redirect) {
    boolean asked =
        redirect.platforms().contains(Platform.ANDROID)
            && !"auth-tab".equals(plan.signIn().androidAgent());
    return plan.android().filter(matcher -> asked && !matcher.apps().isEmpty());
  }

  private static boolean opens(AppleMatcher matcher, String url, String app) {
    return matcher.decide(url, app).verdict() == AppleVerdict.OPENS;
  }

  private static String reason(AppleMatcher matcher, String url) {
    return matcher.explain(url, matcher.apps().iterator().next()).text();
  }

  private static boolean keeps(AndroidMatcher matcher, String url, String app) {
    return matcher.decide(app, AndroidUrl.of(url)).verdict() == AndroidVerdict.BLOCKED;
  }

  private Finding stays(Plan plan, Redirect redirect, String where, String reason) {
    return about(
        plan,
        redirect,
        "opens no app on " + where + ": " + reason,
        "add its path to the app's links, in front of whatever excludes it");
  }
}
