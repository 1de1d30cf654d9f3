package dev.wellknown.fetch.faults;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate to be made, right until told otherwise. */
public final class CertificateSpec {

  private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime());
  private static final KeyPair SHARED = keys("EC", 256);

  private X500Name subject = new X500Name("CN=leaf");
  private final List<GeneralName> names = new ArrayList<>();
  private KeyPair keys = SHARED;
  private Instant from = Instant.now().minus(Duration.ofDays(10));
  private Instant until = Instant.now().plus(Duration.ofDays(80));
  private String signature;
  private boolean authority;
  private KeyPurposeId purpose = KeyPurposeId.id_kp_serverAuth;
  private String constraint;
  private boolean stapling;
  private String issuersUrl;

  public static CertificateSpec named(String... names) {
    CertificateSpec spec = new CertificateSpec();
    for (String name : names) {
      spec.names.add(new GeneralName(GeneralName.dNSName, name));
    }
    return spec;
  }

  public static CertificateSpec authority(String name) {
    CertificateSpec spec = new CertificateSpec();
    spec.subject = new X500Name("CN=" + name);
    spec.authority = true;
    spec.purpose = null;
    return spec;
  }

  public static KeyPair keys(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (bits > 0) {
        generator.initialize(bits);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public CertificateSpec commonName(String name) {
    subject = new X500Name("CN=" + name);
    return this;
  }

  public CertificateSpec address(String literal) {
    names.add(new GeneralName(GeneralName.iPAddress, literal));
    return this;
  }

  public CertificateSpec keys(KeyPair pair) {
    keys = pair;
    return this;
  }

  public CertificateSpec valid(Instant begin, Instant end) {
    from = begin;
    until = end;
    return this;
  }

  /** Signed in another way than the usual one of the issuer's key. */
  public CertificateSpec signedWith(String algorithm) {
    signature = algorithm;
    return this;
  }

  public CertificateSpec purpose(KeyPurposeId only) {
    purpose = only;
    return this;
  }

  public CertificateSpec onlyFor(String domain) {
    constraint = domain;
    return this;
  }

  public CertificateSpec mustStaple() {
    stapling = true;
    return this;
  }

  public CertificateSpec issuersAt(String url) {
    issuersUrl = url;
    return this;
  }

  /** Signed by its own key; the identity shows nothing else. */
  public Identity selfSigned() {
    X509Certificate own = certificate(subject, keys.getPrivate());
    return new Identity(keys.getPrivate(), List.of(own));
  }

  /** Signed by an authority; shows the chain up to that, without the root. */
  public Identity signedBy(Identity issuer) {
    X509Certificate above = issuer.leaf();
    X509Certificate own =
        certificate(
            X500Name.getInstance(above.getSubjectX500Principal().getEncoded()), issuer.key());
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(own);
    issuer.chain().stream()
        .filter(each -> !each.getSubjectX500Principal().equals(each.getIssuerX500Principal()))
        .forEach(chain::add);
    return new Identity(keys.getPrivate(), chain);
  }

  private X509Certificate certificate(X500Name issuer, PrivateKey key) {
    try {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(from),
              Date.from(until),
              subject,
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(names.toArray(GeneralName[]::new)));
      }
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
      }
      if (constraint != null) {
        GeneralSubtree permitted =
            new GeneralSubtree(new GeneralName(GeneralName.dNSName, constraint));
        builder.addExtension(
            Extension.nameConstraints,
            true,
            new NameConstraints(new GeneralSubtree[] {permitted}, null));
      }
      if (stapling) {
        ASN1EncodableVector features = new ASN1EncodableVector();
        features.add(new ASN1Integer(5));
        ASN1Encodable sequence = new DERSequence(features);
        builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24"), false, sequence);
      }
      if (issuersUrl != null) {
        builder.addExtension(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                AccessDescription.id_ad_caIssuers,
                new GeneralName(GeneralName.uniformResourceIdentifier, issuersUrl)));
      }
      String algorithm =
          signature != null
              ? signature
              : switch (key.getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                default -> "Ed25519";
              };
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
