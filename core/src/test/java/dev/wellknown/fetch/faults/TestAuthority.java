package dev.wellknown.fetch.faults;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A root and an intermediate of our own, and a second root with RSA keys for what needs these. */
public final class TestAuthority {

  private static final Instant FROM = Instant.now().minus(Duration.ofDays(100));
  private static final Instant UNTIL = Instant.now().plus(Duration.ofDays(1000));

  private final Identity root = root("Faults Root", "EC", 256);
  private final Identity intermediate =
      CertificateSpec.authority("Faults Intermediate")
          .keys(CertificateSpec.keys("EC", 256))
          .valid(FROM, UNTIL)
          .signedBy(root);
  private final Identity rsaRoot = root("Faults RSA Root", "RSA", 2048);

  private static Identity root(String name, String algorithm, int bits) {
    return CertificateSpec.authority(name)
        .keys(CertificateSpec.keys(algorithm, bits))
        .valid(FROM, UNTIL)
        .selfSigned();
  }

  public Identity root() {
    return root;
  }

  public Identity intermediate() {
    return intermediate;
  }

  public Identity rsaRoot() {
    return rsaRoot;
  }

  /** A certificate as it should be. */
  public Identity good(String... names) {
    return CertificateSpec.named(names).signedBy(intermediate);
  }

  /** Both roots, to be trusted. */
  public byte[] pem() {
    return (pem(root.leaf()) + pem(rsaRoot.leaf())).getBytes(StandardCharsets.US_ASCII);
  }

  public static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
