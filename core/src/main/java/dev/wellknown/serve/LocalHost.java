package dev.wellknown.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.registration.HostName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A correct host on this machine: serves a web root over HTTPS, on loopback only, with a
 * certificate from an authority made for it and thrown away with it.
 *
 * <pre>{@code
 * try (LocalHost host = LocalHost.serve(webRoot, HostName.of("shop.example.com"))) {
 *   … host.port() … host.caFile() …
 * }
 * }</pre>
 */
public final class LocalHost implements AutoCloseable {

  /** The port that stands for any that is free. */
  public static final int ANY_PORT = 0;

  /** As the configurations of {@link Hosting} have it. */
  static final String CACHE_CONTROL = "public, max-age=3600";

  /** The JDK, as a client, takes a handshake message of 32 kB; there is more in it than names. */
  private static final int MAX_NAMES = 24 * 1024;

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int HTTPS = 443;
  private static final int NO_BODY = -1;

  private final Set<HostName> hosts;
  private final WebFiles files;
  private final Consumer<Answer> log;
  private final String caPem;
  private final HttpsServer server;
  private final ExecutorService threads;
  private @Nullable Path directory;
  private boolean closed;

  private LocalHost(
      WebFiles files, Set<HostName> hosts, Consumer<Answer> log, String caPem, HttpsServer server) {
    this.files = files;
    this.hosts = hosts;
    this.log = log;
    this.caPem = caPem;
    this.server = server;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "wellknown-local-host");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Serves a web root on any port that is free.
   *
   * @throws IOException where the web root is no directory, or nothing can be opened or written
   */
  public static LocalHost serve(Path root, HostName... hosts) throws IOException {
    LocalHost host = bind(root, List.of(hosts), ANY_PORT, answer -> {});
    host.start();
    return host;
  }

  /**
   * Takes a port and makes the certificates, but neither answers nor writes anything before {@link
   * #start}.
   *
   * @param root a directory
   * @param hosts the names that it answers for, at least one
   * @param port where it listens, or {@link #ANY_PORT}
   * @param log told of every answer, by several threads
   * @throws UnusableInputException where there are more hosts than one certificate can name
   * @throws IOException where the web root is no directory, or the port cannot be had
   */
  public static LocalHost bind(
      Path root, Collection<HostName> hosts, int port, Consumer<Answer> log) throws IOException {
    int size = hosts.stream().mapToInt(host -> host.value().length() + 2).sum();
    if (size > MAX_NAMES) {
      throw new UnusableInputException(
          hosts.size()
              + " hosts are more than clients take in one certificate; name those that you need");
    }
    Authority authority = Authority.create();
    HttpsConfigurator tls = new HttpsConfigurator(context(authority.issue(hosts)));
    WebFiles files = new WebFiles(root.toRealPath());
    HttpsServer server;
    try {
      server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    } catch (SocketException e) {
      throw new IOException(
          "port "
              + port
              + " on 127.0.0.1 is taken, or closed to this user; name another, or 0 for any that is"
              + " free",
          e);
    }
    server.setHttpsConfigurator(tls);
    return new LocalHost(files, new LinkedHashSet<>(hosts), log, authority.pem(), server);
  }

  private static SSLContext context(Identity identity) {
    try {
      char[] password = {};
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(identity.keyStore(password), password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot speak TLS", e);
    }
  }

  /**
   * Begins to answer, and writes the certificate of the authority to where only this user can read
   * it.
   *
   * @throws IOException where that cannot be written
   */
  public synchronized void start() throws IOException {
    if (closed || directory != null) {
      throw new IllegalStateException("a local host starts once");
    }
    // Made for its owner alone.
    directory = Files.createTempDirectory("wellknown-serve-");
    Files.writeString(caFile(), caPem);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The names that it answers for. */
  public List<HostName> hosts() {
    return List.copyOf(hosts);
  }

  /** The port, on 127.0.0.1. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The certificate of its authority, as PEM; there from {@link #start} until {@link #close}. */
  public synchronized Path caFile() {
    if (directory == null) {
      throw new IllegalStateException("not started");
    }
    return directory.resolve("ca.pem");
  }

  /** Where a client has to connect to for a host, as {@code --connect-to} takes it. */
  public String connectTo(HostName host) {
    return host + ":" + HTTPS + ":127.0.0.1:" + port();
  }

  /** Whether one of the two files is served, as of now. */
  public boolean serves(Kind kind) {
    return files.serves(kind);
  }

  /** Ends it, and leaves nothing behind. */
  @Override
  public synchronized void close() {
    closed = true;
    server.stop(0);
    threads.shutdownNow();
    if (directory != null) {
      try {
        Files.deleteIfExists(caFile());
        Files.deleteIfExists(directory);
      } catch (IOException e) {
        // A public certificate stays in a directory that is made to be emptied.
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    List<String> named = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    String method = exchange.getRequestMethod();
    try (exchange) {
      int status = 500;
      try {
        status = answer(exchange, method, named);
      } finally {
        log.accept(
            new Answer(
                method,
                named.stream().findFirst().orElse(""),
                exchange.getRequestURI().toString(),
                status));
      }
    }
  }

  private int answer(HttpExchange exchange, String method, List<String> named) throws IOException {
    if (named.size() != 1) {
      return say(exchange, 400, "A request names one host.");
    }
    if (!isOurs(named.get(0))) {
      // RFC 9110, 15.5.20: this host has no such name.
      return say(
          exchange,
          421,
          "Nothing is served for that host here, only for "
              + hosts.stream().map(HostName::value).collect(Collectors.joining(", "))
              + ".");
    }
    boolean head = method.equals("HEAD");
    if (!head && !method.equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      return say(exchange, 405, "Only GET and HEAD are answered.");
    }
    URI uri = exchange.getRequestURI();
    boolean elsewhere = uri.getScheme() == null && uri.getRawAuthority() != null;
    try {
      Optional<Path> file =
          elsewhere
              ? Optional.empty()
              : files.find(Optional.ofNullable(uri.getRawPath()).orElse(""));
      return file.isPresent()
          ? send(exchange, file.get(), head)
          : say(exchange, 404, "There is no such file.");
    } catch (AccessDeniedException e) {
      return say(exchange, 403, "The file may not be read.");
    }
  }

  /** With or without port, and with the final dot that some crawlers write. */
  private boolean isOurs(String named) {
    String host = named.replaceFirst(":[0-9]*$", "").replaceFirst("\\.$", "");
    return hosts.stream().anyMatch(each -> each.value().equals(host.toLowerCase(Locale.ROOT)));
  }

  private int send(HttpExchange exchange, Path file, boolean head) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", files.type(file));
      headers.set("Cache-Control", CACHE_CONTROL);
      begin(exchange, 200, size, head);
      if (!head) {
        copy(in, exchange.getResponseBody(), size);
      }
      return 200;
    }
  }

  /** No more than was announced, though the file may grow meanwhile. */
  private static void copy(InputStream in, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[65_536];
    long left = size;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("the file became shorter while it was sent");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static int say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    begin(exchange, status, body.length, head);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    return status;
  }

  /** The server takes a length of 0 for "unknown", and announces none at all for HEAD. */
  private static void begin(HttpExchange exchange, int status, long size, boolean head)
      throws IOException {
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
    }
    exchange.sendResponseHeaders(status, head || size == 0 ? NO_BODY : size);
  }
}
