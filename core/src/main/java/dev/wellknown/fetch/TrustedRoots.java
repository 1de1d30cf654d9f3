package dev.wellknown.fetch;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;

/** The certificates at which a chain may end: the JVM's, and those that the user added. */
final class TrustedRoots {

  private final Map<X500Principal, List<X509Certificate>> bySubject = new HashMap<>();

  TrustedRoots(Collection<X509Certificate> roots) {
    for (X509Certificate root : roots) {
      bySubject.merge(
          root.getSubjectX500Principal(),
          List.of(root),
          (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }
  }

  /** The JVM's roots, and more. */
  static TrustedRoots ofJvmAnd(Collection<X509Certificate> more) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      Stream<X509Certificate> jvm = Stream.empty();
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          jvm = Stream.concat(jvm, Stream.of(x509.getAcceptedIssuers()));
        }
      }
      return new TrustedRoots(Stream.concat(jvm, more.stream()).distinct().toList());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JVM's trust store cannot be read", e);
    }
  }

  /** Those who may have issued a certificate, by name. */
  List<X509Certificate> issuersOf(X509Certificate certificate) {
    return bySubject.getOrDefault(certificate.getIssuerX500Principal(), List.of());
  }

  boolean contain(X509Certificate certificate) {
    return bySubject
        .getOrDefault(certificate.getSubjectX500Principal(), List.of())
        .contains(certificate);
  }
}
