package dev.wellknown.rule.agreement;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Pointer;
import dev.wellknown.rule.agreement.Agreement.ComparedApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Readers compare the certificate of the app that is installed with the list, so builds that are
 * signed with one that is missing are strangers to the host. In a file of several statements a
 * certificate may be listed for one relation, and not for another.
 */
final class CertificateMissing extends AgreementRule {

  CertificateMissing() {
    super(
        Severity.ERROR,
        ANDROID,
        Evidence.DOCUMENTED,
        "A registered certificate of an app is not listed");
  }

  @Override
  public List<Finding> check(Agreement agreement) {
    List<Finding> findings = new ArrayList<>();
    for (ComparedApp app : agreement.apps()) {
      NamedApp published = app.published();
      NamedApp given = app.given();
      if (published == null || given == null) {
        continue;
      }
      List<Finding> missing = new ArrayList<>();
      for (String fingerprint : published.certificates().keySet()) {
        if (!given.certificates().containsKey(fingerprint)) {
          tell(agreement, app, given, fingerprint, published.purposes().keySet(), "")
              .ifPresent(missing::add);
        }
      }
      // What cannot be read may be meant for what is missing, and is told by the file rules.
      if (missing.size() > given.unreadCertificates()) {
        findings.addAll(missing);
      }
      addPartly(agreement, app, published, given, findings);
    }
    return findings;
  }

  /** Certificates that are listed in a statement, but not in one of every relation. */
  private void addPartly(
      Agreement agreement,
      ComparedApp app,
      NamedApp published,
      NamedApp given,
      List<Finding> findings) {
    for (String relation : published.purposes().keySet()) {
      if (!given.purposes().containsKey(relation)) {
        continue;
      }
      for (String fingerprint : published.certificates().keySet()) {
        if (given.certificates().containsKey(fingerprint) && !given.grants(relation, fingerprint)) {
          String place = " in a statement of " + quote(relation);
          tell(agreement, app, given, fingerprint, Set.of(relation), place)
              .ifPresent(findings::add);
        }
      }
    }
  }

  private Optional<Finding> tell(
      Agreement agreement,
      ComparedApp app,
      NamedApp given,
      String fingerprint,
      Set<String> relations,
      String place) {
    Pointer declaredAt = agreement.registered().certificate(app.registered(), fingerprint);
    Finding finding =
        finding(
                agreement.nearest(list(given, relations, place)),
                "certificate "
                    + fingerprint
                    + role(app, fingerprint)
                    + " of app "
                    + quote(app.id())
                    + ", registered at "
                    + agreement.declared(declaredAt)
                    + ", is not listed"
                    + place,
                PUBLISH + "take the certificate out of the registration")
            .withExpected(fingerprint)
            .withApp(app.id())
            .withBreaks(readers(agreement, relations));
    return unlessIncluded(
        agreement,
        finding,
        list ->
            list.byId().containsKey(app.id())
                && relations.stream()
                    .allMatch(each -> list.byId().get(app.id()).grants(each, fingerprint)));
  }

  private static Pointer list(NamedApp given, Set<String> relations, String place) {
    Pointer statement = given.at().pointer();
    if (!place.isEmpty()) {
      // A relation stands in the list "relation" of its statement.
      Pointer relation = given.purposes().get(relations.iterator().next()).pointer();
      statement = relation.parent().parent();
    }
    return statement.child("target").child("sha256_cert_fingerprints");
  }

  private static String role(ComparedApp app, String fingerprint) {
    return app.registered().app().android().stream()
        .flatMap(android -> android.certificates().stream())
        .filter(certificate -> certificate.fingerprint().value().equals(fingerprint))
        .findFirst()
        .map(certificate -> " (" + certificate.role().id() + ")")
        .orElse("");
  }
}
