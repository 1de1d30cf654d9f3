package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem.Kind;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** Installed too early, made by a machine whose clock is ahead, or read by one that is behind. */
final class CertificateNotYetValid extends CertificateRule {

  CertificateNotYetValid() {
    super("The certificate is not valid yet", Set.of(Kind.NOT_YET_VALID));
  }

  @Override
  Finding judge(Serving serving, Culprit culprit) {
    ServerCertificate certificate = culprit.certificate();
    String from =
        certificate == null
            ? ""
            : " before "
                + Shown.moment(certificate.notBefore())
                + ", in "
                + Shown.between(serving.now(), certificate.notBefore());
    return finding(
            serving,
            culprit.name()
                + " is not valid"
                + (from.isEmpty() ? " yet" : from)
                + " (the time here is "
                + Shown.moment(serving.now())
                + ")",
            "go back to the certificate before it until then; compare the clock of the machine that"
                + " made it, and the one here")
        .withSeen(
            certificate == null ? null : "valid from " + Shown.moment(certificate.notBefore()))
        .withExpected("a certificate that is valid now");
  }
}
