package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem.Kind;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.Set;

/**
 * What public authorities have not issued for years; Apple's systems refuse it by name
 * (https://support.apple.com/en-us/103769).
 */
final class CertificateWeak extends CertificateRule {

  CertificateWeak() {
    super(
        "A certificate's key or signature is too weak", Set.of(Kind.WEAK_KEY, Kind.WEAK_SIGNATURE));
  }

  @Override
  Finding judge(Serving serving, Culprit culprit) {
    ServerCertificate certificate = culprit.certificate();
    boolean key = culprit.problem().kind() == Kind.WEAK_KEY;
    String what = key ? "key" : "signature";
    String seen = null;
    if (certificate != null) {
      seen =
          key
              ? certificate.keyAlgorithm() + ", " + certificate.keyBits() + " bits"
              : certificate.signatureAlgorithm();
    }
    return finding(
            serving,
            "the "
                + what
                + " of "
                + culprit.name()
                + " is too weak"
                + (seen == null ? "" : ": " + Printable.quote(seen)),
            culprit.isOwn()
                ? "get a new certificate: RSA from 2048 bits on or ECDSA with P-256, signed with"
                    + " SHA-256"
                : "replace the chain by the one that came with the certificate, or change the"
                    + " authority")
        .withSeen(seen)
        .withExpected(key ? "RSA, at least 2048 bits, or ECDSA P-256" : "a signature with SHA-256");
  }
}
