package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The vendor's how-to has {@code "paths": ["*"]}, where {@code /login} is enough. */
final class EveryPathClaimed extends PlanRule {

  EveryPathClaimed() {
    super(
        Severity.WARNING,
        Evidence.DOCUMENTED,
        "An app on Insights Hub claims every path of its host");
  }

  private static final Set<String> EVERYTHING = Set.of("*", "/*");

  @Override
  public List<Finding> check(Plan plan) {
    if (plan.registration().insightsHub().isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (App app : plan.registration().apps()) {
      app.links().stream()
          .takeWhile(link -> !link.exclude())
          .filter(EveryPathClaimed::isEverything)
          .findFirst()
          .map(
              link ->
                  finding(
                      plan.registration().at(link.declaredAt()),
                      "app "
                          + quote(app.name())
                          + " claims every path of the host, pages among them that it cannot show",
                      "claim /login, where sign-in comes back, and the paths that the app shows"))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static boolean isEverything(Link link) {
    String path = link.path();
    return (path == null || EVERYTHING.contains(path))
        && link.query() == null
        && link.queryItems().isEmpty()
        && link.fragment() == null;
  }
}
