package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import dev.wellknown.rule.agreement.Registered.RegisteredRule;
import java.util.ArrayList;
import java.util.List;

/** A link that the app was to open stays in the browser. */
final class LinkMissing extends AgreementRule {

  LinkMissing() {
    super(
        Severity.ERROR,
        OF_LINKS,
        Evidence.DOCUMENTED,
        "A registered link is not opened by the file");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      for (RegisteredRule each : app.links().missing()) {
        if (!each.rule().excludes()) {
          String words = each.rule().words();
          findings.add(
              finding(
                      Links.list(agreement, app),
                      "link "
                          + words
                          + ", registered at "
                          + agreement.declared(each.declaredAt())
                          + ", does not open app "
                          + quote(app.id()),
                      PUBLISH + "take the link out of the registration")
                  .withExpected(words)
                  .withApp(app.id())
                  .withBreaks(readersOfLinks(agreement)));
        }
      }
    }
    return findings;
  }
}
