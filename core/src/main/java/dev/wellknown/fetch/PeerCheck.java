package dev.wellknown.fetch;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificates of one connection during its handshake, so before anything is asked, and
 * remembers them.
 */
final class PeerCheck extends X509ExtendedTrustManager {

  private static final X509Certificate[] NOBODY = {};

  // A chain may be as long as the JDK takes it; what is shown of it need not be.
  private static final int SHOWN = 20;

  private final TrustedRoots roots;
  private final Host host;
  private List<ServerCertificate> shown = List.of();
  private List<CertificateProblem> problems = List.of();
  private @Nullable String protocol;
  private @Nullable String cipher;

  PeerCheck(TrustedRoots roots, Host host) {
    this.roots = roots;
    this.host = host;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    shown = Stream.of(certificates).limit(SHOWN).map(ServerCertificate::of).toList();
    if (socket instanceof SSLSocket tls) {
      note(tls.getHandshakeSession());
    }
    problems = CertificateCheck.problems(roots, List.of(certificates), host, Instant.now());
    if (!problems.isEmpty()) {
      throw new CertificateException("not accepted");
    }
  }

  void note(@Nullable SSLSession session) {
    if (session != null) {
      protocol = session.getProtocol();
      cipher = session.getCipherSuite();
    }
  }

  List<CertificateProblem> problems() {
    return problems;
  }

  /** What the handshake has shown so far. */
  Tls seen() {
    return new Tls(protocol, cipher, shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("only sockets are in use");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    throw new CertificateException("only sockets are in use");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("no clients here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no clients here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    throw new CertificateException("no clients here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return NOBODY;
  }
}
