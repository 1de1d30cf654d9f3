package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.List;

/** Builds that are signed with it are taken for the app: a tester's, or a stranger's. */
final class CertificateUnregistered extends AgreementRule {

  CertificateUnregistered() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "A certificate of an app is listed that is not registered");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      NamedApp given = app.given();
      if (given == null || agreement.kind() != Kind.ASSETLINKS) {
        continue;
      }
      given
          .certificates()
          .forEach(
              (fingerprint, at) -> {
                if (!isRegistered(app, fingerprint)) {
                  findings.add(
                      finding(
                              agreement.place(at),
                              "certificate "
                                  + quote(at.value())
                                  + " of app "
                                  + quote(app.id())
                                  + " is not registered at "
                                  + agreement.declared(
                                      app.registered().side().child("certificates")),
                              "declare it under certificates, or remove it from the file")
                          .withSeen(at.value())
                          .withApp(app.id()));
                }
              });
    }
    return findings;
  }

  private static boolean isRegistered(ComparedApp app, String fingerprint) {
    return app.registered().app().android().stream()
        .flatMap(android -> android.certificates().stream())
        .anyMatch(certificate -> certificate.fingerprint().value().equals(fingerprint));
  }
}
