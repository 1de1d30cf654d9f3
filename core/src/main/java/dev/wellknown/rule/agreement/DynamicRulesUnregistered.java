package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.Kind;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.List;

/** Dynamic rules can only take links away from those of the manifest. */
final class DynamicRulesUnregistered extends AgreementRule {

  DynamicRulesUnregistered() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "The file has dynamic rules for an app that is registered without");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      NamedApp published = app.published();
      if (agreement.kind() != Kind.ASSETLINKS
          || app.given() == null
          || published == null
          || published.links() != null
          || !published.purposes().containsKey(AssetLinks.HANDLE_ALL_URLS)) {
        continue;
      }
      app.given()
          .comparableLinks()
          .filter(links -> !links.opensEverything())
          .ifPresent(
              links ->
                  findings.add(
                      finding(
                              agreement.place(links.at()),
                              "dynamic rules decide which links open app "
                                  + quote(app.id())
                                  + " on Android 15 and later, and "
                                  + agreement.declared(app.registered().side())
                                  + " does not ask for them",
                              "declare the links, and dynamicLinks: true; or remove"
                                  + " \"relation_extensions\"")
                          .withApp(app.id())));
    }
    return findings;
  }
}
