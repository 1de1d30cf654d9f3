package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.InsightsHub;
import dev.wellknown.registration.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The gateway calls the scheme of its own configuration, not that of the app. */
final class SchemeDiffersFromCockpit extends PlanRule {

  SchemeDiffersFromCockpit() {
    super(
        Severity.WARNING,
        Evidence.DERIVED,
        "A redirect has another private scheme than the cockpit");
  }

  @Override
  public List<Finding> check(Plan plan) {
    String scheme = plan.registration().insightsHub().map(InsightsHub::customScheme).orElse(null);
    if (scheme == null) {
      return List.of();
    }
    return plan.registration().redirects().stream()
        .filter(redirect -> !Set.of("https", "http").contains(scheme(redirect)))
        .filter(redirect -> !scheme(redirect).equalsIgnoreCase(scheme))
        .map(
            redirect ->
                about(
                    plan,
                    redirect,
                    "has another scheme than " + quote(scheme) + ", the one of insightsHub",
                    "write one scheme in the Developer Cockpit, here and in the app"))
        .toList();
  }

  private static String scheme(Redirect redirect) {
    return redirect.uri().getScheme().toLowerCase(Locale.ROOT);
  }
}
