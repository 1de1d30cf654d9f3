package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.List;

/**
 * An exclusion takes links from the rules behind it; told only where it may take registered ones.
 */
final class ExclusionUnregistered extends AgreementRule {

  ExclusionUnregistered() {
    super(
        Severity.ERROR,
        OF_LINKS,
        Evidence.DOCUMENTED,
        "The file excludes links that the registration opens");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      for (ComparedRule rule : app.links().extra()) {
        if (rule.excludes()) {
          findings.add(
              finding(
                      agreement.place(rule.at()),
                      "rule "
                          + rule.words()
                          + " keeps registered links of app "
                          + quote(app.id())
                          + " in the browser, and "
                          + Links.declared(agreement, app)
                          + " does not exclude them",
                      "remove the rule, or declare it under links, with exclude: true")
                  .withSeen(rule.words())
                  .withApp(app.id())
                  .withBreaks(readersOfLinks(agreement)));
        }
      }
    }
    return findings;
  }
}
