package dev.wellknown.serve;

import dev.wellknown.registration.HostName;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * A certificate authority to be thrown away: made in memory, trusted by whoever is told to, and
 * gone with the process. Its private key is never written anywhere.
 */
public final class Authority {

  /** Long enough that nobody calls it short-lived, and below every limit of a client. */
  private static final Duration VALIDITY = Duration.ofDays(90);

  /** For clients whose clock is behind. */
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);

  private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
  private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final int DNS_NAME = 2;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyPair keys;
  private final X500Principal name;
  private final X509Certificate certificate;

  private Authority(KeyPair keys, X500Principal name, X509Certificate certificate) {
    this.keys = keys;
    this.name = name;
    this.certificate = certificate;
  }

  /** A new authority, like no other. */
  public static Authority create() {
    try {
      KeyPair keys = newKeys();
      // A name of its own, lest a client take it for one of yesterday.
      X500Principal name =
          new X500Principal("CN=wellknown throw-away CA " + serial().toString(16).substring(0, 8));
      X509Certificate certificate =
          sign(
              keys,
              name,
              name,
              keys,
              extension(
                  BASIC_CONSTRAINTS, true, Der.sequence(Der.yes(), Der.integer(BigInteger.ZERO))),
              // keyCertSign and cRLSign.
              extension(KEY_USAGE, true, Der.bits(1, (byte) 0x06)));
      return new Authority(keys, name, certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot make certificates", e);
    }
  }

  /** What a client has to trust. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** The certificate as a text, for {@code --cacert} and the like. */
  public String pem() {
    return Identity.pem(certificate);
  }

  /**
   * A key with a certificate for hosts.
   *
   * @param hosts at least one
   */
  public Identity issue(Collection<HostName> hosts) {
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("a certificate is for one host at least");
    }
    List<byte[]> names = new ArrayList<>();
    for (HostName host : hosts) {
      names.add(Der.implicit(DNS_NAME, host.value().getBytes(StandardCharsets.US_ASCII)));
    }
    try {
      KeyPair own = newKeys();
      X509Certificate issued =
          sign(
              keys,
              name,
              new X500Principal("CN=wellknown local host"),
              own,
              extension(BASIC_CONSTRAINTS, true, Der.sequence()),
              // digitalSignature: all that ECDHE needs.
              extension(KEY_USAGE, true, Der.bits(7, (byte) 0x80)),
              extension(EXTENDED_KEY_USAGE, false, Der.sequence(Der.oid(SERVER_AUTHENTICATION))),
              extension(
                  AUTHORITY_KEY_IDENTIFIER, false, Der.sequence(Der.implicit(0, identifier(keys)))),
              extension(
                  SUBJECT_ALTERNATIVE_NAME, false, Der.sequence(names.toArray(byte[][]::new))));
      return new Identity(own.getPrivate(), issued);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot make certificates", e);
    }
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    // P-256: quick to make, and taken by every client.
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    return generator.generateKeyPair();
  }

  /**
   * A certificate as RFC 5280, 4.1 has it. The JDK reads such things but has no way to write them.
   */
  private static X509Certificate sign(
      KeyPair issuer, X500Principal by, X500Principal subject, KeyPair own, byte[]... extensions)
      throws GeneralSecurityException {
    Instant now = Instant.now();
    byte[][] all = Arrays.copyOf(extensions, extensions.length + 1);
    all[extensions.length] = extension(SUBJECT_KEY_IDENTIFIER, false, Der.octets(identifier(own)));
    byte[] body =
        Der.sequence(
            Der.context(0, Der.integer(BigInteger.TWO)),
            Der.integer(serial()),
            ECDSA_WITH_SHA256,
            by.getEncoded(),
            Der.sequence(Der.time(now.minus(CLOCK_SKEW)), Der.time(now.plus(VALIDITY))),
            subject.getEncoded(),
            own.getPublic().getEncoded(),
            Der.context(3, Der.sequence(all)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(issuer.getPrivate());
    signature.update(body);
    byte[] whole = Der.sequence(body, ECDSA_WITH_SHA256, Der.bits(0, signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] extension(String oid, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value))
        : Der.sequence(Der.oid(oid), Der.octets(value));
  }

  /** RFC 5280, 4.2.1.2 leaves the method open: anything that tells keys apart. */
  private static byte[] identifier(KeyPair keys) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
    return Arrays.copyOf(hash, 20);
  }

  /** Positive, and of at most 20 octets. */
  private static BigInteger serial() {
    return new BigInteger(126, RANDOM).setBit(126);
  }
}
