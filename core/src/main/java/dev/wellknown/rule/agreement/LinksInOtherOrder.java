package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import dev.wellknown.rule.agreement.LinkComparison.Overtaken;
import java.util.ArrayList;
import java.util.List;

/**
 * The first rule that matches decides, so the order of an exclusion and of what it is taken from
 * matters; that of two exclusions does not.
 */
final class LinksInOtherOrder extends AgreementRule {

  LinksInOtherOrder() {
    super(
        Severity.ERROR,
        OF_LINKS,
        Evidence.DOCUMENTED,
        "Two rules about links stand in another order than in the registration");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      for (Overtaken each : app.links().overtaken()) {
        ComparedRule first = each.by();
        Finding finding =
            finding(
                    agreement.place(first.at()),
                    "rule "
                        + first.words()
                        + " stands before "
                        + each.rule().rule().words()
                        + " and "
                        + (first.excludes() ? "excludes" : "opens")
                        + " links that "
                        + agreement.declared(each.rule().declaredAt())
                        + (first.excludes() ? " opens in app " : " excludes for app ")
                        + quote(app.id()),
                    "move it behind that rule: the first rule that matches decides")
                .withSeen(first.words())
                .withApp(app.id());
        findings.add(
            first.excludes()
                ? finding.withBreaks(readersOfLinks(agreement))
                : finding.withSeverity(Severity.WARNING).withBreaks(NONE));
      }
    }
    return findings;
  }
}
