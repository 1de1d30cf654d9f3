package dev.wellknown.fetch.faults;

import dev.wellknown.fetch.ConnectTo;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Request;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * All hosts of the catalogue, each at a port of its own, and a fetcher's options to reach them. A
 * fault's host is {@code <fault>.faults.test}. Needs a loopback with many addresses, as on Linux.
 */
public final class FaultWorld implements AutoCloseable {

  private final TestAuthority authority = new TestAuthority();
  private final Map<String, FaultServer> servers = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, Resolution> names = new ConcurrentHashMap<>();
  private final Set<String> direct = new TreeSet<>();
  private final List<SilentServer> others = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final FaultServer canary = new FaultServer(socket -> {});
  private final AtomicInteger rebindQuestions = new AtomicInteger();

  /** Answers for one name; may take its time. */
  @FunctionalInterface
  private interface Resolution {
    List<InetAddress> resolve() throws UnknownHostException;
  }

  public FaultWorld() {
    start(ControlFaults.all(authority));
    start(TlsFaults.all(authority));
    start(HttpFaults.all(authority));
    start(BodyFaults.all(authority));
    start(IncludeFaults.all(authority, canary.port()));
    net();
  }

  private void start(Map<String, Behaviour> behaviours) {
    behaviours.forEach(this::add);
  }

  /** Adds a host that is not in the catalogue. */
  public FaultServer add(String name, Behaviour behaviour) {
    FaultServer server = new FaultServer(behaviour);
    servers.put(name, server);
    ports.put(name, server.port());
    return server;
  }

  private void net() {
    int free = freePort();
    ports.put("refused", free);
    SilentServer hole = new SilentServer("127.0.0.1", 0);
    others.add(hole);
    ports.put("blackhole", hole.port());

    byAddress("first-address-dead", port -> others.add(new SilentServer("127.0.0.2", port)));
    resolves("first-address-dead", "127.0.0.2", "127.0.0.1");
    byAddress("first-address-refused", port -> {});
    resolves("first-address-refused", "127.0.0.3", "127.0.0.1");
    byAddress("ipv6-broken", port -> {});
    resolves("ipv6-broken", "::1", "127.0.0.1");
    byAddress("many-addresses", port -> {});
    resolves(
        "many-addresses",
        "127.0.0.10",
        "127.0.0.11",
        "127.0.0.12",
        "127.0.0.13",
        "127.0.0.14",
        "127.0.0.15",
        "127.0.0.1");
    byAddress("dns-rebind", port -> {});
    names.put(
        "dns-rebind.faults.test",
        () ->
            List.of(
                InetAddress.getByName(
                    rebindQuestions.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.66")));

    direct.add("nxdomain");
    direct.add("dns-silent");
    names.put(
        "dns-silent.faults.test",
        () -> {
          try {
            closed.await();
          } catch (InterruptedException e) {
            // Nobody waits any longer.
          }
          throw new UnknownHostException();
        });
    direct.add("dns-empty");
    names.put("dns-empty.faults.test", List::of);
    direct.add("dns-private");
    resolves("dns-private", "10.255.255.1");
  }

  /** A good host at an address that the resolver gives, at the port at which it really listens. */
  private void byAddress(String name, IntConsumer neighbours) {
    FaultServer server =
        new FaultServer(Behaviour.tls(authority.good(name + ".faults.test"), ControlFaults.good()));
    servers.put(name, server);
    direct.add(name);
    neighbours.accept(server.port());
  }

  private void resolves(String name, String... literals) {
    names.put(
        name + ".faults.test",
        () -> {
          List<InetAddress> addresses = new ArrayList<>();
          for (String literal : literals) {
            addresses.add(InetAddress.getByName(literal));
          }
          return addresses;
        });
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every fault that has a host, also those that are only neighbours of the catalogue's. */
  public Set<String> faults() {
    Set<String> all = new TreeSet<>(servers.keySet());
    all.addAll(ports.keySet());
    all.addAll(direct);
    return all;
  }

  public TestAuthority authority() {
    return authority;
  }

  public String host(String fault) {
    return fault.equals("wildcard-two-levels") ? "a.b.faults.test" : fault + ".faults.test";
  }

  /** Where a host really listens. */
  public int port(String fault) {
    return servers.get(fault).port();
  }

  /** Asks a host for both files, as a person would who named it. */
  public Request request(String fault) {
    FaultServer server = servers.get(fault);
    Request request = Request.of(host(fault), Content.ASSETLINKS_PATH, Content.AASA_PATH);
    if (fault.equals("dns-private")) {
      return request;
    }
    return direct.contains(fault) && server != null
        ? request.withPort(server.port()).allowingPrivate()
        : request;
  }

  /** Options with which the hosts are found and their authority is trusted. */
  public Fetcher.Builder fetcher() {
    Fetcher.Builder builder = Fetcher.builder().trust(authority.pem()).resolver(this::resolve);
    ports.forEach(
        (fault, port) -> builder.connectTo(new ConnectTo(host(fault), 443, "127.0.0.1", port)));
    return builder;
  }

  /** Knows the names of this world and no other. */
  public List<InetAddress> resolve(String name) throws UnknownHostException {
    Resolution resolution = names.get(name);
    if (resolution == null) {
      throw new UnknownHostException("not in this world");
    }
    return resolution.resolve();
  }

  /** How many connections a host has had. */
  public int connections(String fault) {
    return servers.get(fault).accepted();
  }

  /** How many connections went where none may go. */
  public int canaryConnections() {
    return canary.accepted();
  }

  /** How often the name that changes its mind was asked for. */
  public int rebindQuestions() {
    return rebindQuestions.get();
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    for (FaultServer each : servers.values()) {
      each.close();
    }
    for (SilentServer each : others) {
      each.close();
    }
    canary.close();
  }
}
