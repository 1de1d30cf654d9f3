package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem.Kind;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** The clock in question is that of this machine; the message says what it shows. */
final class CertificateExpired extends CertificateRule {

  CertificateExpired() {
    super("The certificate has expired", Set.of(Kind.EXPIRED));
  }

  @Override
  Finding judge(Serving serving, Culprit culprit) {
    ServerCertificate certificate = culprit.certificate();
    String since =
        certificate == null
            ? ""
            : " "
                + Shown.between(certificate.notAfter(), serving.now())
                + " ago, at "
                + Shown.moment(certificate.notAfter());
    return finding(
            serving,
            culprit.name()
                + " expired"
                + since
                + " (the time here is "
                + Shown.moment(serving.now())
                + ")",
            culprit.isOwn()
                ? "renew the certificate, let the server load the new one, and see why the renewal"
                    + " did not run by itself"
                : "replace the chain on the server by the one that came with the certificate")
        .withSeen(
            certificate == null ? null : "valid until " + Shown.moment(certificate.notAfter()))
        .withExpected("a certificate that is valid now");
  }
}
