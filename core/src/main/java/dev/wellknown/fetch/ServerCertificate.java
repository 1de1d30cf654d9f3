package dev.wellknown.fetch;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One certificate of a server's chain. Its texts are the server's own, and not safe to print.
 *
 * @param subject distinguished name as in RFC 2253
 * @param names DNS names and addresses it was issued for (subjectAltName), as written; empty where
 *     it has none or they cannot be read
 * @param issuer distinguished name as in RFC 2253
 * @param notBefore from when it is valid
 * @param notAfter until when it is valid
 * @param keyAlgorithm for instance {@code RSA} or {@code EC}
 * @param keyBits size of the key, 0 where it is not known
 * @param signatureAlgorithm as the JDK names it, for instance {@code SHA256withRSA}
 * @param sha256 of the encoded certificate, in lower-case hexadecimal digits
 */
public record ServerCertificate(
    String subject,
    List<String> names,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    String keyAlgorithm,
    int keyBits,
    String signatureAlgorithm,
    String sha256) {

  public ServerCertificate {
    names = List.copyOf(names);
  }

  static ServerCertificate of(X509Certificate certificate) {
    return new ServerCertificate(
        certificate.getSubjectX500Principal().getName(),
        CertificateNames.of(certificate).all(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        certificate.getPublicKey().getAlgorithm(),
        bits(certificate.getPublicKey()),
        certificate.getSigAlgName(),
        sha256(certificate));
  }

  static int bits(PublicKey key) {
    if (key instanceof RSAKey rsa) {
      return rsa.getModulus().bitLength();
    }
    if (key instanceof ECKey ec) {
      return ec.getParams().getOrder().bitLength();
    }
    if (key instanceof DSAKey dsa && dsa.getParams() != null) {
      BigInteger prime = dsa.getParams().getP();
      return prime.bitLength();
    }
    if (key instanceof EdECKey edwards) {
      return edwards.getParams().getName().equals(NamedParameterSpec.ED448.getName()) ? 448 : 255;
    }
    return 0;
  }

  private static String sha256(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
