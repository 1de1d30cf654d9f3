package dev.wellknown.bench.mass;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * As little as a Java program can do to get two files of a host over TLS: no judging, no limits, no
 * deadline, no report. What it costs is the floor.
 */
final class BareClient {

  private final SSLSocketFactory factory;
  private final InetSocketAddress server;

  private BareClient(SSLSocketFactory factory, InetSocketAddress server) {
    this.factory = factory;
    this.server = server;
  }

  /** Arguments: list of hosts, CA (PEM), port on loopback, how many at once. */
  public static void main(String... args) throws Exception {
    List<String> hosts = Files.readAllLines(Path.of(args[0]));
    int atOnce = Integer.parseInt(args[3]);
    BareClient client =
        new BareClient(
            trusting(Path.of(args[1])),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2])));
    AtomicInteger answered = new AtomicInteger();
    Semaphore room = new Semaphore(atOnce);
    ExecutorService workers = workers(atOnce);
    for (String host : hosts) {
      room.acquire();
      workers.execute(
          () -> {
            try {
              client.get(host);
              answered.incrementAndGet();
            } catch (IOException e) {
              System.err.println(host + ": " + e);
            } finally {
              room.release();
            }
          });
    }
    room.acquire(atOnce);
    System.out.println("answered " + answered.get());
    System.exit(answered.get() == hosts.size() ? 0 : 1);
  }

  private static ExecutorService workers(int atOnce) {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      return Executors.newFixedThreadPool(atOnce);
    }
  }

  private static SSLSocketFactory trusting(Path pem) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(pem)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private void get(String host) throws IOException {
    try (Socket plain = new Socket()) {
      plain.setTcpNoDelay(true);
      plain.connect(server, 10_000);
      plain.setSoTimeout(30_000);
      try (SSLSocket tls = (SSLSocket) factory.createSocket(plain, host, 443, true)) {
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        InputStream in = new BufferedInputStream(tls.getInputStream());
        OutputStream out = tls.getOutputStream();
        file(host, "assetlinks.json", "keep-alive", in, out);
        file(host, "apple-app-site-association", "close", in, out);
      }
    }
  }

  private static void file(
      String host, String name, String connection, InputStream in, OutputStream out)
      throws IOException {
    out.write(
        ("GET /.well-known/" + name + " HTTP/1.1\r\nHost: " + host)
            .concat("\r\nConnection: " + connection + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    String status = line(in);
    int length = -1;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    if (!status.startsWith("HTTP/1.1 200") || in.readNBytes(length).length != length) {
      throw new IOException("not answered: " + status);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("ended within a line");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
