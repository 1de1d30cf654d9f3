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

/** Without dynamic rules the app's manifest alone decides which links open it. */
final class DynamicRulesMissing extends AgreementRule {

  DynamicRulesMissing() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "An app is registered with dynamic rules, and the file has none");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      NamedApp published = app.published();
      NamedApp given = app.given();
      if (agreement.kind() == Kind.ASSETLINKS
          && published != null
          && published.links() != null
          && given != null
          && given.links() == null
          && given.purposes().containsKey(AssetLinks.HANDLE_ALL_URLS)) {
        findings.add(
            finding(
                    agreement.nearest(given.at().pointer().child("relation_extensions")),
                    "app "
                        + quote(app.id())
                        + " has no dynamic rules in the file, though "
                        + agreement.declared(app.registered().side().child("dynamicLinks"))
                        + " asks for them: on Android 15 and later every link of its manifest opens"
                        + " it",
                    PUBLISH + "take dynamicLinks out of the registration")
                .withApp(app.id()));
      }
    }
    return findings;
  }
}
