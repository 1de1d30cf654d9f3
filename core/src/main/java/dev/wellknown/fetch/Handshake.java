package dev.wellknown.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.StandardConstants;
import javax.net.ssl.TrustManager;

/**
 * One TLS handshake. Each has a context of its own: its checks are those of this connection, and no
 * session is resumed, which would hide the certificates.
 */
final class Handshake {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  /**
   * Forward secrecy by elliptic curves, as what Apple's and Google's fetchers (Go) and Chromium
   * have; the JDK's own list differs from version to version.
   */
  private static final List<String> CIPHERS =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
          "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
          "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA");

  private static final int BAD_CERTIFICATE = 42;
  private static final int HANDSHAKE_FAILURE = 40;
  private static final int CERTIFICATE_REQUIRED = 116;

  private final Wire wire;
  private final Host host;
  private final PeerCheck peer;
  private final NoClientCertificate none = new NoClientCertificate();

  Handshake(Wire wire, Host host, TrustedRoots roots) {
    this.wire = wire;
    this.host = host;
    this.peer = new PeerCheck(roots, host);
  }

  /**
   * Does it.
   *
   * @throws FailedException where it does not come to its end
   */
  SSLSocket run(int port, SecureRandom random) throws FailedException {
    wire.startTls();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {none}, new TrustManager[] {peer}, random);
      SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(wire, host.name(), port, true);
      tls.setSSLParameters(parameters(tls));
      tls.startHandshake();
      peer.note(tls.getSession());
      return tls;
    } catch (IOException | RuntimeException e) {
      throw new FailedException(failure().because(e));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }

  private SSLParameters parameters(SSLSocket tls) {
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setProtocols(PROTOCOLS);
    List<String> supported = Arrays.asList(tls.getSupportedCipherSuites());
    parameters.setCipherSuites(CIPHERS.stream().filter(supported::contains).toArray(String[]::new));
    parameters.setServerNames(host.literal() == null ? List.of(new Name(host.name())) : List.of());
    return parameters;
  }

  private Failure failure() {
    TlsRecords records = wire.records();
    Integer alert = records.fatalAlert();
    if (!peer.problems().isEmpty()) {
      return Failure.of(peer.problems());
    }
    if (records.isOtherProtocol()) {
      return Failure.of(records.seen());
    }
    if (records.isTooOld()) {
      return Failure.of(Reason.TLS_TOO_OLD, Phase.TLS);
    }
    boolean ended = wire.hasEnded() || wire.isBroken() || (alert != null && isForWantOfOne(alert));
    if (none.wasAsked() && ended) {
      return Failure.of(Reason.CLIENT_CERTIFICATE_DEMANDED, Phase.TLS);
    }
    if (alert != null) {
      return Failure.of(Reason.TLS_ALERT, Phase.TLS, alert);
    }
    if (wire.hasTimedOut()) {
      return Failure.of(Reason.TIMED_OUT, Phase.TLS);
    }
    if (wire.hasEnded()) {
      return Failure.of(Reason.CLOSED, Phase.TLS);
    }
    return Failure.of(wire.isBroken() ? Reason.RESET : Reason.TLS_BROKEN, Phase.TLS);
  }

  private static boolean isForWantOfOne(int alert) {
    return alert == BAD_CERTIFICATE || alert == HANDSHAKE_FAILURE || alert == CERTIFICATE_REQUIRED;
  }

  /** Whether the server asked for a client certificate. */
  boolean askedForCertificate() {
    return none.wasAsked();
  }

  /** What it has shown so far. */
  Tls seen() {
    return peer.seen();
  }

  /** The JDK's own takes no underscores, which DNS and servers do. */
  private static final class Name extends SNIServerName {
    Name(String host) {
      super(StandardConstants.SNI_HOST_NAME, host.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
