package dev.wellknown.fetch;

import dev.wellknown.fetch.CertificatePaths.Path;
import dev.wellknown.fetch.CertificateProblem.Kind;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a chain of certificates is good for a host, and all that is wrong about it. Stricter than
 * the JDK, which differs from version to version, takes a common name for a host name, and SHA-1
 * below roots of one's own.
 */
final class CertificateCheck {

  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String ANY_USAGE = "2.5.29.37.0";

  /** md2, md4, md5 and sha1 with RSA; sha1 with DSA; sha1 with ECDSA; OIW's sha1 with RSA. */
  private static final Set<String> WEAK_SIGNATURES =
      Set.of(
          "1.2.840.113549.1.1.2",
          "1.2.840.113549.1.1.3",
          "1.2.840.113549.1.1.4",
          "1.2.840.113549.1.1.5",
          "1.2.840.10040.4.3",
          "1.2.840.10045.4.1",
          "1.3.14.3.2.29");

  private final TrustedRoots roots;
  private final List<X509Certificate> sent;
  private final Instant now;
  private final Set<CertificateProblem> problems = new LinkedHashSet<>();

  private CertificateCheck(TrustedRoots roots, List<X509Certificate> sent, Instant now) {
    this.roots = roots;
    this.sent = sent;
    this.now = now;
  }

  /** All that is wrong; empty where nothing is. */
  static List<CertificateProblem> problems(
      TrustedRoots roots, List<X509Certificate> sent, Host host, Instant now) {
    CertificateCheck check = new CertificateCheck(roots, sent, now);
    if (!CertificateNames.of(sent.get(0)).cover(host)) {
      check.add(Kind.WRONG_HOST, sent.get(0));
    }
    check.path();
    return List.copyOf(check.problems);
  }

  private void path() {
    X509Certificate own = sent.get(0);
    if (roots.contain(own)) {
      // A certificate that was itself declared to be trusted needs no issuer.
      single(own, true);
      return;
    }
    CertificatePaths paths = new CertificatePaths(sent, roots);
    Path worst = null;
    CertPathValidatorException why = null;
    for (Path path : paths.found()) {
      CertPathValidatorException failure = validate(path, now);
      if (failure == null) {
        path.certificates().forEach(each -> single(each, each == own));
        return;
      }
      if (worst == null) {
        worst = path;
        why = failure;
      }
    }
    if (worst == null || why == null) {
      paths.longest().forEach(each -> single(each, each == own));
      noRoot(paths.longest());
    } else {
      worst.certificates().forEach(each -> single(each, each == own));
      explain(worst, why);
    }
  }

  private void noRoot(List<X509Certificate> path) {
    X509Certificate top = path.get(path.size() - 1);
    boolean selfIssued = top.getSubjectX500Principal().equals(top.getIssuerX500Principal());
    if (!selfIssued) {
      add(Kind.CHAIN_INCOMPLETE, top);
    } else {
      add(path.size() == 1 ? Kind.SELF_SIGNED : Kind.UNTRUSTED_ROOT, top);
    }
  }

  /** What can be said of a certificate by itself. */
  private void single(X509Certificate certificate, boolean own) {
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      add(Kind.EXPIRED, certificate);
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      add(Kind.NOT_YET_VALID, certificate);
    }
    int bits = ServerCertificate.bits(certificate.getPublicKey());
    boolean strong =
        certificate.getPublicKey() instanceof RSAKey
            ? bits >= 2048
            : certificate.getPublicKey() instanceof ECKey
                ? bits >= 224
                : certificate.getPublicKey() instanceof EdECKey;
    if (!strong) {
      add(Kind.WEAK_KEY, certificate);
    }
    if (WEAK_SIGNATURES.contains(certificate.getSigAlgOID())
        && !(own && roots.contain(certificate))) {
      add(Kind.WEAK_SIGNATURE, certificate);
    }
    try {
      List<String> usages = certificate.getExtendedKeyUsage();
      if (usages != null && !usages.contains(SERVER) && !usages.contains(ANY_USAGE)) {
        add(Kind.UNFIT_USAGE, certificate);
      }
    } catch (CertificateParsingException e) {
      add(Kind.BROKEN, certificate);
    }
  }

  /** Turns the JDK's typed reason into ours, and looks behind it where it is only about dates. */
  private void explain(Path path, CertPathValidatorException failure) {
    Reason reason = failure.getReason();
    if (reason == BasicReason.EXPIRED || reason == BasicReason.NOT_YET_VALID) {
      Instant common = commonDate(path);
      CertPathValidatorException behind = common == null ? null : validate(path, common);
      if (behind != null && behind.getReason() != BasicReason.EXPIRED) {
        explain(path, behind);
      } else if (problems.isEmpty()) {
        add(reason == BasicReason.EXPIRED ? Kind.EXPIRED : Kind.NOT_YET_VALID, at(path, failure));
      }
      return;
    }
    X509Certificate where = at(path, failure);
    if (reason == PKIXReason.INVALID_NAME) {
      add(Kind.NAME_CONSTRAINTS, where);
    } else if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
      boolean known =
          problems.stream()
              .anyMatch(each -> each.kind() == Kind.WEAK_KEY || each.kind() == Kind.WEAK_SIGNATURE);
      if (!known) {
        add(Kind.WEAK_SIGNATURE, where);
      }
    } else if (reason == PKIXReason.NOT_CA_CERT
        || reason == PKIXReason.INVALID_KEY_USAGE
        || reason == PKIXReason.PATH_TOO_LONG) {
      add(Kind.UNFIT_USAGE, where);
    } else {
      add(Kind.BROKEN, where);
    }
  }

  /** A moment at which every certificate of the path was valid, or null. */
  private static @Nullable Instant commonDate(Path path) {
    Instant from = Instant.MIN;
    Instant until = Instant.MAX;
    for (X509Certificate each : path.certificates()) {
      Instant before = each.getNotBefore().toInstant();
      Instant after = each.getNotAfter().toInstant();
      from = before.isAfter(from) ? before : from;
      until = after.isBefore(until) ? after : until;
    }
    return from.isAfter(until) ? null : from;
  }

  private static X509Certificate at(Path path, CertPathValidatorException failure) {
    int index = failure.getIndex();
    List<X509Certificate> certificates = path.certificates();
    return certificates.get(index < 0 || index >= certificates.size() ? 0 : index);
  }

  private static @Nullable CertPathValidatorException validate(Path path, Instant when) {
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.root(), null)));
      // Asking for revocations would mean requests over plain HTTP.
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(when));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(path.certificates()),
              parameters);
      return null;
    } catch (CertPathValidatorException e) {
      return e;
    } catch (GeneralSecurityException e) {
      return new CertPathValidatorException(e);
    }
  }

  private void add(Kind kind, X509Certificate certificate) {
    problems.add(new CertificateProblem(kind, Math.max(0, sent.indexOf(certificate))));
  }
}
