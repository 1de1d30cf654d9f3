package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Whoever owns the app gets what the file grants it; generating the file would take it away. */
final class AppUnregistered extends AgreementRule {

  AppUnregistered() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "An app is in the file that the registration does not name");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (NamedApp app : agreement.unregistered()) {
      findings.add(
          finding(
                  agreement.place(app.at()),
                  "app "
                      + quote(app.id())
                      + " is not in "
                      + agreement.registration()
                      + ", and the file grants it "
                      + granted(app),
                  "declare the app in the registration, or remove it from the file")
              .withSeen(app.id())
              .withApp(app.id()));
    }
    return findings;
  }

  private static String granted(NamedApp app) {
    return app.purposes().isEmpty()
        ? "nothing that is known"
        : String.join(", ", app.purposes().keySet());
  }
}
