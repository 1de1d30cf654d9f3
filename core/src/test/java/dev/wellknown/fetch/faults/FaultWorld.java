package dev.wellknown.fetch.faults;

import dev.wellknown.fetch.ConnectTo;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Request;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * All hosts of the catalogue, each at a port of its own, and a fetcher's options to reach them. A
 * fault's host is {@code <fault>.faults.test}. Needs a loopback with many addresses, as on Linux.
 */
public final class FaultWorld implements AutoCloseable {

  private final TestAuthority authority = new TestAuthority();
  private final Map<String, FaultServer> servers = new LinkedHashMap<>();
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final FaultNames names = new FaultNames();
  private final Set<String> direct = new TreeSet<>();
  private final List<SilentServer> others = new ArrayList<>();
  private final FaultServer canary = new FaultServer(socket -> {});
  private final FaultServer fan =
      new FaultServer(Behaviour.tls(authority.good("*.faults.test"), ControlFaults.good()));

  public FaultWorld() {
    start(ControlFaults.all(authority));
    start(TlsFaults.all(authority, canary.port()));
    start(HttpFaults.all(authority, canary.port()));
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
    for (String each :
        List.of("first-address-refused", "ipv6-broken", "many-addresses", "dns-rebind")) {
      byAddress(each, port -> {});
    }
    direct.addAll(List.of("nxdomain", "dns-silent", "dns-empty", "dns-private"));
  }

  /** A good host at an address that the resolver gives, at the port at which it really listens. */
  private void byAddress(String name, IntConsumer neighbours) {
    FaultServer server =
        new FaultServer(Behaviour.tls(authority.good(name + ".faults.test"), ControlFaults.good()));
    servers.put(name, server);
    direct.add(name);
    neighbours.accept(server.port());
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

  /** Asks a host for both files. */
  public Request request(String fault) {
    return Request.of(host(fault), Content.ASSETLINKS_PATH, Content.AASA_PATH);
  }

  /** Where the hosts are: in the form of curl's {@code --connect-to}. */
  public List<String> mappings() {
    List<String> all = new ArrayList<>();
    ports.forEach((fault, port) -> all.add(host(fault) + ":443:127.0.0.1:" + port));
    // These have addresses of their own, and only their port is another.
    direct.stream()
        .filter(servers::containsKey)
        .forEach(fault -> all.add(host(fault) + ":443::" + port(fault)));
    for (int i = 0; i < IncludeFaults.FAN; i++) {
      all.add(host("fan-" + i) + ":443:127.0.0.1:" + fan.port());
    }
    for (int i = 0; i < IncludeFaults.SLOW; i++) {
      all.add(host("slow-" + i) + ":443:127.0.0.1:" + port("handshake-stall"));
    }
    return all;
  }

  /** Options with which the hosts are found and their authority is trusted. */
  public Fetcher.Builder fetcher() {
    Fetcher.Builder builder = Fetcher.builder().trust(authority.pem()).resolver(names);
    mappings().forEach(mapping -> builder.connectTo(ConnectTo.parse(mapping)));
    return builder;
  }

  /** How many connections a host has had. */
  public int connections(String fault) {
    return servers.get(fault).accepted();
  }

  /** How many connections went where none may go. */
  public int canaryConnections() {
    return canary.accepted();
  }

  /** How many of the hosts that a list of two hundred includes were connected to. */
  public int fanConnections() {
    return fan.accepted();
  }

  /** How many connections to any of the hosts did not begin with TLS. */
  public int plaintextConnections() {
    return servers.values().stream().mapToInt(FaultServer::plaintext).sum() + fan.plaintext();
  }

  /** How many bytes any of the hosts sent over one connection at most. */
  public long mostBytesSent() {
    return servers.values().stream().mapToLong(FaultServer::mostSent).max().orElseThrow();
  }

  /** How often the name that changes its mind was asked for. */
  public int rebindQuestions() {
    return names.rebindQuestions();
  }

  @Override
  public void close() throws IOException {
    names.close();
    for (FaultServer each : servers.values()) {
      each.close();
    }
    for (SilentServer each : others) {
      each.close();
    }
    canary.close();
    fan.close();
  }
}
