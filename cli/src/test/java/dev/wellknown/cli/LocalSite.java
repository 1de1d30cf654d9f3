package dev.wellknown.cli;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Hosts on loopback that serve over real TLS, with a certificate of an authority of their own. */
final class LocalSite implements AutoCloseable {

  private static final String PASSWORD = "throwaway";

  private final HttpsServer server;
  private final Path authority;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, Map<String, String> headers, byte[] body) {}

  LocalSite(Path directory, String... hosts) throws Exception {
    Path store = directory.resolve("site.p12");
    authority = directory.resolve("ca.pem");
    certify(directory, store, hosts);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          String url =
              "https://"
                  + exchange.getRequestHeaders().getFirst("Host")
                  + exchange.getRequestURI().getPath();
          String query = exchange.getRequestURI().getRawQuery();
          asked.add(query == null ? url : url + "?" + query);
          Answer answer = answers.getOrDefault(url, new Answer(404, Map.of(), new byte[0]));
          answer.headers().forEach(exchange.getResponseHeaders()::set);
          int length = answer.body().length;
          exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
          if (length > 0) {
            exchange.getResponseBody().write(answer.body());
          }
          exchange.close();
        });
    server.start();
  }

  /** Single quotes stand for double ones. */
  LocalSite serve(String url, String body) {
    return answer(url, 200, Map.of("Content-Type", "application/json"), body);
  }

  LocalSite answer(String url, int status, Map<String, String> headers, String body) {
    answers.put(
        url, new Answer(status, headers, body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Every address that was asked, with its query, in order. */
  List<String> asked() {
    return asked;
  }

  /** The authority's certificate. */
  String authority() {
    return authority.toString();
  }

  /** The mapping of one host. */
  String mapping(String host) {
    return host + ":443:127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static SSLContext context(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void certify(Path directory, Path store, String... hosts) throws Exception {
    Path roots = directory.resolve("ca.p12");
    Path request = directory.resolve("site.csr");
    Path certificate = directory.resolve("site.pem");
    List<String> names = new ArrayList<>();
    for (String host : hosts) {
      names.add((host.matches("[0-9.]+") ? "ip:" : "dns:") + host);
    }
    String san = "SAN=" + String.join(",", names);
    String pem = directory.resolve("ca.pem").toString();
    keytool(
        roots, "-genkeypair -alias ca -keyalg EC -dname CN=Test -ext bc:c=ca:true -validity 30");
    keytool(roots, "-exportcert -alias ca -rfc -file", pem);
    keytool(store, "-genkeypair -alias site -keyalg EC -dname CN=site -validity 30");
    keytool(store, "-certreq -alias site -file", request.toString());
    keytool(
        roots,
        "-gencert -alias ca -rfc -validity 30 -ext EKU=serverAuth -ext",
        san,
        "-infile",
        request.toString(),
        "-outfile",
        certificate.toString());
    keytool(store, "-importcert -noprompt -alias ca -file", pem);
    keytool(store, "-importcert -noprompt -alias site -file", certificate.toString());
    keytool(store, "-delete -alias ca");
  }

  private static void keytool(Path store, String words, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of(more));
    command.addAll(
        List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Path log = Objects.requireNonNull(store.getParent()).resolve("keytool.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool " + words + ": " + Files.readString(log));
    }
  }
}
