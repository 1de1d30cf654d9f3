package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import dev.wellknown.rule.agreement.Registered.RegisteredRule;
import java.util.ArrayList;
import java.util.List;

/** Pages that only the website has open in the app. */
final class ExclusionMissing extends AgreementRule {

  ExclusionMissing() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "The file opens links that the registration excludes");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      for (RegisteredRule each : app.links().missing()) {
        if (each.rule().excludes()) {
          String words = each.rule().words();
          findings.add(
              finding(
                      Links.list(agreement, app),
                      "exclusion "
                          + words
                          + ", registered at "
                          + agreement.declared(each.declaredAt())
                          + ", is not in the file, and app "
                          + quote(app.id())
                          + " may open what it excludes",
                      PUBLISH + "take the exclusion out of the registration")
                  .withExpected(words)
                  .withApp(app.id()));
        }
      }
    }
    return findings;
  }
}
