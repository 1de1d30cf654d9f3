package dev.wellknown.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks hosts for files over HTTPS. Whatever a server does, every file's exchange ends by the
 * deadline, within the limits of size, and with an {@link Observation}; nothing of it is thrown.
 *
 * <p>No redirect is followed; no cookie, credential, referrer or client certificate is sent;
 * nothing goes out in plain HTTP but what a request says so of; certificates are always checked;
 * addresses that are not public are refused unless they are allowed. May be used by many threads,
 * virtual ones among them.
 */
public final class Fetcher implements AutoCloseable {

  private final Settings settings;
  private final NameCache names;
  private final OpenWires wires;
  private final HostGate gate;
  private final Dialer dialer;

  /** By which all is over; null where only each file has its time. */
  private final @Nullable Deadline end;

  private Fetcher(Settings settings, NameResolver resolver) {
    this.settings = settings;
    this.names = new NameCache(resolver);
    this.wires = new OpenWires();
    this.gate = new HostGate();
    this.dialer = new Dialer(settings, names, wires);
    this.end = null;
  }

  private Fetcher(Fetcher shared, Deadline end) {
    this.settings = shared.settings;
    this.names = shared.names;
    this.wires = shared.wires;
    this.gate = shared.gate;
    this.dialer = shared.dialer;
    this.end = end;
  }

  /** Begins with the defaults that every option names. */
  public static Builder builder() {
    return new Builder();
  }

  /** The longest for one file. */
  public Duration maxTime() {
    return settings.maxTime();
  }

  /**
   * This fetcher, but whatever is asked through the new one is over within a time from now, and
   * what is asked later is not begun: {@link Reason#TIMED_OUT} in {@link Phase#START}. Names,
   * connections and limits are shared; to close one is to close both.
   */
  public Fetcher within(Duration time) {
    Deadline other = Deadline.in(time);
    return new Fetcher(this, end == null ? other : end.orEarlier(other));
  }

  /**
   * Gets the files of a request one after the other, over one connection if the server keeps it.
   * Waits for as long as that takes: at most the maximum time for each file.
   *
   * @return an observation for each path, in their order
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Observation> fetch(Request request) {
    if (wires.areClosed()) {
      throw new IllegalStateException("closed");
    }
    Deadline deadline = nextFile();
    String host = Host.of(request.host()).name() + ":" + request.port();
    try {
      if (deadline.isOver() || !gate.enter(host, deadline)) {
        return none(request, Reason.TIMED_OUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return none(request, Reason.ABANDONED);
    }
    try {
      return new HostExchange(settings, dialer, wires, request, this::nextFile).run(deadline);
    } finally {
      gate.leave(host);
    }
  }

  /**
   * Gets one file of a host that may only have public addresses.
   *
   * @throws IllegalArgumentException as {@link Request#of(URI)}
   * @throws IllegalStateException after {@link #close()}
   */
  public Observation fetch(URI uri) {
    return fetch(Request.of(uri)).get(0);
  }

  /** The deadline of a file that is asked for now. */
  private Deadline nextFile() {
    Deadline deadline = Deadline.in(settings.maxTime());
    return end == null ? deadline : deadline.orEarlier(end);
  }

  private static List<Observation> none(Request request, Reason reason) {
    return request.paths().stream()
        .<Observation>map(
            path -> Unreachable.of(request.uri(path), Failure.of(reason, Phase.START)))
        .toList();
  }

  /** Ends what is going on, as {@link Reason#ABANDONED}, and every connection. */
  @Override
  public void close() {
    wires.closeAll();
    names.close();
  }

  /** The options of a {@link Fetcher}. */
  public static final class Builder {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern FIELD = Pattern.compile("[ -~]{1,1000}");

    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration maxTime = Duration.ofSeconds(10);
    private int retries = 1;
    private String userAgent = "wellknown/" + version();
    private int maxBytes = 1024 * 1024;
    private final List<ConnectTo> mappings = new ArrayList<>();
    private final List<HostPattern> allowed = new ArrayList<>();
    private final List<X509Certificate> roots = new ArrayList<>();
    private @Nullable ProxyServer proxy;
    private NameResolver resolver = NameResolver.SYSTEM;

    private Builder() {}

    /** The longest for the TCP connection to one address. Default: 10 seconds. */
    public Builder connectTimeout(Duration time) {
      connectTimeout = checked(time);
      return this;
    }

    /**
     * The longest for everything about one file: name, connection, TLS, answer, retries and the
     * waits between them. Default: 10 seconds.
     */
    public Builder maxTime(Duration time) {
      maxTime = checked(time);
      return this;
    }

    /**
     * How many more attempts there may be where trouble may pass: 429, 5xx, and trouble of the
     * network. Default: 1.
     */
    public Builder retries(int count) {
      if (count < 0 || count > 100) {
        throw new IllegalArgumentException("from 0 to 100 retries");
      }
      retries = count;
      return this;
    }

    /** How we call ourselves. Default: {@code wellknown/} and the version. */
    public Builder userAgent(String name) {
      if (!FIELD.matcher(name).matches()) {
        throw new IllegalArgumentException("no user agent");
      }
      userAgent = name;
      return this;
    }

    /** The largest body in bytes after decoding. Default: 1 MiB. */
    public Builder maxBytes(int bytes) {
      if (bytes < 1 || bytes > 256 * 1024 * 1024) {
        throw new IllegalArgumentException("bytes");
      }
      maxBytes = bytes;
      return this;
    }

    /** Leads a host to another place. The first mapping that fits counts. */
    public Builder connectTo(ConnectTo mapping) {
      mappings.add(mapping);
      return this;
    }

    /** Lets hosts have private addresses, whoever asks for them. */
    public Builder allowPrivate(HostPattern hosts) {
      allowed.add(hosts);
      return this;
    }

    /**
     * Trusts more certificates than the JVM's roots.
     *
     * @param pem one or more certificates
     * @throws IllegalArgumentException where there is none in it, or one that cannot be read
     */
    public Builder trust(byte[] pem) {
      try {
        var read =
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem));
        if (read.isEmpty()) {
          throw new IllegalArgumentException("no certificate");
        }
        read.forEach(each -> roots.add((X509Certificate) each));
        return this;
      } catch (CertificateException e) {
        throw new IllegalArgumentException("no certificate", e);
      }
    }

    /** Goes through a proxy. Default: none, whatever the environment says. */
    public Builder proxy(ProxyServer server) {
      proxy = server;
      return this;
    }

    /** Asks another resolver than the system's. */
    public Builder resolver(NameResolver other) {
      resolver = other;
      return this;
    }

    public Fetcher build() {
      List<X509Certificate> more = List.copyOf(roots);
      return new Fetcher(
          new Settings(
              connectTimeout,
              maxTime,
              retries,
              userAgent,
              maxBytes,
              List.copyOf(mappings),
              List.copyOf(allowed),
              proxy,
              new Once<>(() -> TrustedRoots.ofJvmAnd(more)),
              new SecureRandom()),
          resolver);
    }

    private static Duration checked(Duration time) {
      if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException("a time between a millisecond and an hour");
      }
      return time;
    }

    private static String version() {
      try (InputStream in =
          Fetcher.class.getResourceAsStream("/dev/wellknown/version.properties")) {
        Properties properties = new Properties();
        properties.load(in);
        return properties.getProperty("version");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Made when it is needed first, and then kept. */
  private static final class Once<T> implements Supplier<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      T known = made;
      if (known != null) {
        return known;
      }
      lock.lock();
      try {
        T now = made == null ? maker.get() : made;
        made = now;
        return now;
      } finally {
        lock.unlock();
      }
    }
  }
}
