package dev.wellknown.bench.mass;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The TLS server, and the long cable before it, in processes of their own: nginx with one wildcard
 * certificate, without any resumption of sessions.
 */
final class Server implements AutoCloseable {

  private static final String PASSWORD = "throwaway";
  private static final String CONFIGURATION =
      """
      daemon off;
      # Heeded where root starts it.
      user root;
      worker_processes 2;
      worker_rlimit_nofile 16384;
      pid nginx.pid;
      error_log nginx.log;
      events { worker_connections 8192; }
      http {
        access_log off;
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        server {
          listen 127.0.0.1:%d ssl backlog=4096 reuseport;
          ssl_certificate host.pem;
          ssl_certificate_key host.key;
          ssl_protocols TLSv1.2 TLSv1.3;
          ssl_session_cache off;
          ssl_session_tickets off;
          root %s;
          default_type application/json;
          add_header Cache-Control "public, max-age=3600";
        }
      }
      """;

  private final List<Process> processes = new ArrayList<>();
  private final Path directory;
  private int port;

  Server(Path directory, Path webRoot, String domain, long roundTripMillis) throws Exception {
    this.directory = Files.createDirectories(directory);
    certify(domain);
    port = freePort();
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    Files.writeString(
        directory.resolve("nginx.conf"), CONFIGURATION.formatted(port, webRoot.toAbsolutePath()));
    start(List.of(nginx(), "-p", directory.toString(), "-c", "nginx.conf"), "nginx");
    await();
    if (roundTripMillis > 0) {
      Process relay =
          start(
              Clients.java(
                  Path.of(System.getProperty("java.home")),
                  DelayRelay.class,
                  Integer.toString(port),
                  Long.toString(roundTripMillis)),
              "relay");
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(relay.getInputStream(), StandardCharsets.US_ASCII));
      port = Integer.parseInt(said.readLine());
    }
  }

  private static String nginx() {
    return Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nginx is not installed here"));
  }

  int port() {
    return port;
  }

  Path authority() {
    return directory.resolve("ca.pem");
  }

  /** The processor time that all its processes have used so far. */
  Duration cpu() {
    return processes.stream()
        .flatMap(each -> Stream.concat(Stream.of(each.toHandle()), each.descendants()))
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Process start(List<String> command, String name) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.redirectError(directory.resolve(name + ".err").toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private void await() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end || !processes.get(0).isAlive()) {
          throw new IllegalStateException(
              "nginx does not start: " + Files.readString(directory.resolve("nginx.err")));
        }
        Thread.sleep(50);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void certify(String domain) throws Exception {
    keytool("ca", "-genkeypair -alias ca -keyalg EC -dname CN=bench-ca -ext bc:c=ca:true");
    keytool("ca", "-exportcert -alias ca -rfc -file ca.pem");
    keytool("host", "-genkeypair -alias host -keyalg EC -dname CN=bench");
    keytool("host", "-certreq -alias host -file host.csr");
    keytool(
        "ca",
        "-gencert -alias ca -rfc -validity 90 -infile host.csr -outfile host.pem"
            + (" -ext EKU=serverAuth -ext SAN=dns:*." + domain));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve("host.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    Key key = store.getKey("host", PASSWORD.toCharArray());
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    Files.writeString(
        directory.resolve("host.key"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private void keytool(String store, String words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("-keystore", store + ".p12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(directory.resolve("keytool.log")));
    }
  }

  /** Also where the benchmark is broken off. */
  private void end() {
    for (Process each : processes) {
      each.descendants().forEach(ProcessHandle::destroy);
      each.destroy();
    }
  }

  @Override
  public void close() {
    end();
    processes.forEach(each -> each.onExit().join());
  }
}
