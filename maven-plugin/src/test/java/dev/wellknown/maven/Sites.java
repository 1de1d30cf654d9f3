package dev.wellknown.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.wellknown.registration.HostName;
import dev.wellknown.serve.Authority;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Hosts on this machine for a build in {@code src/it}, whose setup script opens them and whose
 * verify script ends them: {@code sites/HOST} is the web root of a host, and a file {@code
 * sites/HOST/location} is where all of it has moved to. The build finds its way by {@code
 * local.properties}. All threads are daemons: what nobody ends keeps no process alive.
 */
public final class Sites implements AutoCloseable {

  private final Path root;
  private final HttpsServer server;
  private final ServerSocket proxy;
  private final List<String> proxied = new CopyOnWriteArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sites");
            thread.setDaemon(true);
            return thread;
          });

  private Sites(Path root) throws IOException {
    this.root = root;
    this.server = HttpsServer.create(loopback(), 0);
    this.proxy = new ServerSocket();
    proxy.bind(loopback());
  }

  /** Opens all hosts of a project, and a proxy that leads to them. */
  public static Sites open(File project) throws Exception {
    Path base = project.toPath();
    Sites sites = new Sites(base.resolve("sites"));
    List<HostName> hosts;
    try (Stream<Path> roots = Files.list(sites.root)) {
      hosts = roots.sorted().map(each -> HostName.of(each.getFileName().toString())).toList();
    }
    Authority authority = Authority.create();
    Path pem = Files.writeString(base.resolve("ca.pem"), authority.pem());
    Files.writeString(
        base.resolve("local.properties"),
        "wellknown.cacert = "
            + pem.toString().replace('\\', '/')
            + "\nwellknown.connectTo = "
            + hosts.stream().map(sites::mapping).collect(Collectors.joining(","))
            + "\n");
    sites.start(authority, hosts);
    return sites;
  }

  /** The staging machine in the place of production. */
  private String mapping(HostName host) {
    return host + ":443:localhost:" + port();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private void start(Authority authority, List<HostName> hosts)
      throws GeneralSecurityException, InterruptedException {
    char[] password = {};
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(authority.issue(hosts).keyStore(password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    // Its own thread is a daemon if the one is that starts it.
    Thread starter = new Thread(server::start);
    starter.setDaemon(true);
    starter.start();
    starter.join();
    threads.execute(this::tunnels);
  }

  /** Where all hosts listen. */
  public int port() {
    return server.getAddress().getPort();
  }

  public int proxyPort() {
    return proxy.getLocalPort();
  }

  /** What the proxy was asked, each as its request line and its credentials. */
  public List<String> proxied() {
    return proxied;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path site = root.resolve(exchange.getRequestHeaders().getFirst("Host"));
      Path file = site.resolve(exchange.getRequestURI().getPath().substring(1));
      Path moved = site.resolve("location");
      if (Files.exists(moved)) {
        exchange.getResponseHeaders().set("Location", Files.readString(moved).strip());
        exchange.sendResponseHeaders(302, -1);
      } else if (Files.isRegularFile(file)) {
        byte[] bytes = Files.readAllBytes(file);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void tunnels() {
    while (!proxy.isClosed()) {
      try {
        Socket client = proxy.accept();
        threads.execute(() -> tunnel(client));
      } catch (IOException e) {
        // Closed, or the next one will do.
      }
    }
  }

  /** Whoever is asked for, it is us. */
  private void tunnel(Socket client) {
    try (client;
        Socket on = new Socket(InetAddress.getLoopbackAddress(), port())) {
      StringBuilder head = new StringBuilder();
      InputStream in = client.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      proxied.add(
          head.toString()
              .lines()
              .filter(each -> each.startsWith("CONNECT") || each.startsWith("Proxy-Auth"))
              .collect(Collectors.joining(" ")));
      client.getOutputStream().write("HTTP/1.1 200 Go\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      threads.execute(() -> copy(on, client));
      copy(client, on);
    } catch (IOException e) {
      // One of the two has had enough.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the two has had enough.
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    proxy.close();
    threads.shutdownNow();
  }
}
