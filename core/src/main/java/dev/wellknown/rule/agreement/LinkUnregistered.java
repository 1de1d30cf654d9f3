package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.List;

/** Links open the app although nobody declared them; told only where that makes a difference. */
final class LinkUnregistered extends AgreementRule {

  LinkUnregistered() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "The file opens links that are not registered");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      for (ComparedRule rule : app.links().extra()) {
        if (!rule.excludes()) {
          findings.add(
              finding(
                      agreement.place(rule.at()),
                      "rule "
                          + rule.words()
                          + " opens links in app "
                          + quote(app.id())
                          + " that "
                          + Links.declared(agreement, app)
                          + " does not name",
                      "declare the link under links, or remove the rule")
                  .withSeen(rule.words())
                  .withApp(app.id()));
        }
      }
    }
    return findings;
  }
}
