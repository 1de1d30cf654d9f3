package dev.wellknown.fetch.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * Certificates, handshakes and what is none. What the JDK will not serve is sent byte by byte, as
 * servers of that kind send it.
 */
final class TlsFaults {

  private static final Instant NOW = Instant.now();
  private static final Duration DAY = Duration.ofDays(1);

  private TlsFaults() {}

  static Map<String, Behaviour> all(TestAuthority authority, int canary) {
    Map<String, Behaviour> all = new LinkedHashMap<>();
    certificates(authority, canary)
        .forEach((name, identity) -> all.put(name, Behaviour.tls(identity, ControlFaults.good())));
    handshakes(authority, all);
    all.put(
        "no-close-notify-valid",
        Behaviour.tls(
            authority.good("no-close-notify-valid.faults.test"),
            to -> {
              String path = to.next();
              to.send("HTTP/1.1 " + ControlFaults.JSON + "\r\nConnection: close\r\n\r\n");
              to.send(Content.of(path));
              to.fin();
            }));
    return all;
  }

  private static Map<String, Identity> certificates(TestAuthority authority, int canary) {
    Map<String, Identity> all = new LinkedHashMap<>();
    Identity issuer = authority.intermediate();
    all.put(
        "expired",
        named("expired").valid(NOW.minus(DAY.multipliedBy(90)), NOW.minus(DAY)).signedBy(issuer));
    all.put(
        "not-yet-valid",
        named("not-yet-valid")
            .valid(NOW.plus(DAY), NOW.plus(DAY.multipliedBy(90)))
            .signedBy(issuer));
    all.put("self-signed", named("self-signed").selfSigned());
    Identity whole =
        named("missing-intermediate")
            .issuersAt("http://127.0.0.1:" + canary + "/ca.crt")
            .signedBy(issuer);
    all.put("missing-intermediate", whole.showing(whole.leaf()));
    all.put("wrong-host", CertificateSpec.named("someone-else.test").signedBy(issuer));
    all.put("wildcard-two-levels", CertificateSpec.named("*.faults.test").signedBy(issuer));
    all.put(
        "nul-in-san", CertificateSpec.named("nul-in-san.faults.test\0.evil.test").signedBy(issuer));
    Identity constrained =
        CertificateSpec.authority("Constrained")
            .keys(CertificateSpec.keys("EC", 256))
            .onlyFor("example.org")
            .signedBy(authority.root());
    all.put("name-constraints", named("name-constraints").signedBy(constrained));
    all.put(
        "eku-client-only",
        named("eku-client-only").purpose(KeyPurposeId.id_kp_clientAuth).signedBy(issuer));
    all.put("sha1-leaf", named("sha1-leaf").signedWith("SHA1withECDSA").signedBy(issuer));
    all.put("md5-leaf", named("md5-leaf").signedWith("MD5withRSA").signedBy(authority.rsaRoot()));
    Identity old =
        CertificateSpec.authority("Old Intermediate")
            .keys(CertificateSpec.keys("EC", 256))
            .signedWith("SHA1withECDSA")
            .signedBy(authority.root());
    all.put("sha1-intermediate", named("sha1-intermediate").signedBy(old));
    all.put(
        "ed25519-leaf",
        named("ed25519-leaf").keys(CertificateSpec.keys("Ed25519", 0)).signedBy(issuer));
    all.put("must-staple", named("must-staple").mustStaple().signedBy(issuer));
    Identity above = authority.root();
    for (int i = 0; i < 12; i++) {
      above =
          CertificateSpec.authority("Step " + i)
              .keys(CertificateSpec.keys("EC", 256))
              .signedBy(above);
    }
    all.put("chain-12", named("chain-12").signedBy(above));
    all.put(
        "huge-certificate",
        CertificateSpec.named(
                IntStream.range(0, 10_000)
                    .mapToObj(
                        i -> i == 0 ? "huge-certificate.faults.test" : "name-" + i + ".faults.test")
                    .toArray(String[]::new))
            .signedBy(issuer));
    // Neighbours of what the catalogue names.
    all.put("cn-only", new CertificateSpec().commonName("cn-only.faults.test").signedBy(issuer));
    all.put(
        "ip-san-only",
        new CertificateSpec()
            .commonName("ip-san-only.faults.test")
            .address("127.0.0.1")
            .signedBy(issuer));
    all.put(
        "rsa-1024",
        named("rsa-1024").keys(CertificateSpec.keys("RSA", 1024)).signedBy(authority.rsaRoot()));
    all.put(
        "untrusted-root",
        withRoot(CertificateSpec.authority("Unknown Root").selfSigned(), "untrusted-root"));
    all.put(
        "leaf-as-issuer",
        named("leaf-as-issuer")
            .signedBy(
                CertificateSpec.named("x.test")
                    .commonName("No CA")
                    .keys(CertificateSpec.keys("EC", 256))
                    .signedBy(issuer)));
    all.put(
        "expired-and-wrong-host",
        CertificateSpec.named("someone-else.test")
            .valid(NOW.minus(DAY.multipliedBy(90)), NOW.minus(DAY))
            .signedBy(issuer));
    all.put(
        "expired-intermediate",
        named("expired-intermediate")
            .signedBy(
                CertificateSpec.authority("Expired Intermediate")
                    .keys(CertificateSpec.keys("EC", 256))
                    .valid(NOW.minus(DAY.multipliedBy(90)), NOW.minus(DAY))
                    .signedBy(authority.root())));
    return all;
  }

  private static Identity withRoot(Identity root, String name) {
    Identity leaf = named(name).signedBy(root);
    return leaf.showing(leaf.leaf(), root.leaf());
  }

  private static CertificateSpec named(String fault) {
    return CertificateSpec.named(fault + ".faults.test");
  }

  private static void handshakes(TestAuthority authority, Map<String, Behaviour> all) {
    all.put("tls10-only", afterHello(hello(0x0301, 0x002f)));
    // A newer server knows that it knows too little.
    all.put("tls11-only", afterHello(alert(0x0302, 70)));
    all.put("sslv3-only", afterHello(hello(0x0300, 0x002f)));
    all.put("rc4-only", afterHello(alert(0x0303, 40)));
    all.put("null-cipher", afterHello(hello(0x0303, 0x003b)));
    all.put("anon-cipher", afterHello(hello(0x0303, 0xc018)));
    all.put(
        "dh-1024",
        Behaviour.tls(
            authority.good("dh-1024.faults.test"),
            tls -> suites(tls, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"),
            ControlFaults.good()));
    // Newer JDKs do not serve it at all.
    all.put("static-rsa", afterHello(alert(0x0303, 40)));
    all.put(
        "client-cert-required",
        Behaviour.tls(
            authority.good("client-cert-required.faults.test"),
            tls -> tls.setNeedClientAuth(true),
            ControlFaults.good()));
    all.put(
        "client-cert-required-tls12",
        Behaviour.tls(
            authority.good("client-cert-required-tls12.faults.test"),
            tls -> {
              tls.setEnabledProtocols(new String[] {"TLSv1.2"});
              tls.setNeedClientAuth(true);
            },
            ControlFaults.good()));
    all.put(
        "client-cert-wanted",
        Behaviour.tls(
            authority.good("client-cert-wanted.faults.test"),
            tls -> tls.setWantClientAuth(true),
            ControlFaults.good()));
    all.put("handshake-stall", raw(socket -> stall(socket)));
    all.put(
        "handshake-drip",
        raw(
            socket -> {
              for (byte each : hello(0x0303, 0xc02b)) {
                socket.getOutputStream().write(each);
                Conversation.pause(1000);
              }
            }));
    all.put("alert-internal-error", afterHello(alert(0x0303, 80)));
    all.put(
        "alert-flood",
        raw(
            socket -> {
              byte[] many = new byte[0];
              for (int i = 0; i < 500; i++) {
                many = Content.joined(many, new byte[] {21, 3, 3, 0, 2, 1, 90});
              }
              while (true) {
                socket.getOutputStream().write(many);
              }
            }));
    all.put(
        "ssh-on-443",
        socket -> {
          socket.getOutputStream().write(ascii("SSH-2.0-OpenSSH_9.2\r\n"));
          stall(socket);
        });
    all.put("http-on-443", afterHello(ascii("HTTP/1.1 400 Bad Request\r\n\r\n")));
    all.put(
        "smtp-on-443",
        socket -> {
          socket.getOutputStream().write(ascii("220 mail.test ESMTP\r\n"));
          stall(socket);
        });
    all.put("tls-close-on-hello", raw(socket -> {}));
    all.put(
        "tls-reset-on-hello",
        raw(
            socket -> {
              socket.setSoLinger(true, 0);
              socket.close();
            }));
    all.put(
        "tls-huge-record",
        raw(
            socket -> {
              socket.getOutputStream().write(new byte[] {22, 3, 3, (byte) 0xff, (byte) 0xff});
              socket.getOutputStream().write(new byte[70_000]);
              stall(socket);
            }));
  }

  private static void suites(SSLSocket tls, String suite) {
    tls.setEnabledProtocols(new String[] {"TLSv1.2"});
    tls.setEnabledCipherSuites(new String[] {suite});
  }

  private static Behaviour afterHello(byte[] answer) {
    return raw(
        socket -> {
          socket.getOutputStream().write(answer);
          // So that the client reads it before our end resets what is unread.
          stall(socket);
        });
  }

  /** Reads the ClientHello first. */
  private static Behaviour raw(Behaviour then) {
    return socket -> {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.readNBytes(3);
      in.readNBytes(in.readUnsignedShort());
      then.serve(socket);
    };
  }

  private static void stall(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // Whatever it says.
    }
  }

  private static byte[] alert(int version, int code) {
    return new byte[] {21, (byte) (version >> 8), (byte) version, 0, 2, 2, (byte) code};
  }

  private static byte[] hello(int version, int cipher) {
    byte high = (byte) (version >> 8);
    byte low = (byte) version;
    byte[] start = {22, high, low, 0, 42, 2, 0, 0, 38, high, low};
    byte[] end = {0, (byte) (cipher >> 8), (byte) cipher, 0};
    return Content.joined(start, new byte[32], end);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
