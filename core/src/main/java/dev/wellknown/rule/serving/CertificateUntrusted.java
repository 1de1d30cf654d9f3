package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem.Kind;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.Set;

/** A root that was installed on a phone does not help: Apple's systems want their own store. */
final class CertificateUntrusted extends CertificateRule {

  CertificateUntrusted() {
    super(
        "The certificate does not come from an authority that phones trust",
        Set.of(Kind.SELF_SIGNED, Kind.UNTRUSTED_ROOT));
  }

  @Override
  Finding judge(Serving serving, Culprit culprit) {
    ServerCertificate certificate = culprit.certificate();
    boolean self = culprit.problem().kind() == Kind.SELF_SIGNED;
    String issuer = certificate == null ? "" : " " + Printable.quote(certificate.issuer());
    return finding(
            serving,
            self
                ? "the server's certificate is signed by itself, and not by an authority"
                : "the certificates end at the root" + issuer + ", which is not a public one",
            "get a certificate from a public authority, for instance Let's Encrypt; to try a host"
                + " with a private one, add its root with --cacert")
        .withSeen(certificate == null ? null : certificate.issuer())
        .withExpected("a chain that ends at a public root");
  }
}
