package dev.wellknown.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Written to while an attempt goes on, so that a failure too can tell how far it came. */
final class Trace {

  private List<InetAddress> resolved = List.of();
  private @Nullable InetAddress address;
  private boolean mapped;
  private boolean proxied;
  private @Nullable Tls tls;

  private long step = System.nanoTime();
  private @Nullable Duration name;
  private @Nullable Duration connect;
  private @Nullable Duration handshake;
  private @Nullable Duration firstByte;

  /** Goes on over a connection that stands already. */
  static Trace over(Connection connection) {
    Trace trace = new Trace();
    trace.resolved = connection.resolved();
    trace.address = connection.address();
    trace.mapped = connection.mapped();
    trace.proxied = connection.proxied();
    trace.tls = connection.tls();
    return trace;
  }

  void goesTo(Target target) {
    mapped = target.mapped();
    proxied = target.proxy() != null;
  }

  void begin() {
    step = System.nanoTime();
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - step);
  }

  void resolved(List<InetAddress> addresses) {
    resolved = addresses;
  }

  void nameTook() {
    name = took();
  }

  void tries(InetAddress next) {
    address = next;
  }

  void connectTook() {
    connect = took();
  }

  void shook(Tls seen) {
    tls = seen;
  }

  void handshakeTook() {
    handshake = took();
  }

  void firstByteTook() {
    firstByte = took();
  }

  Connection connection() {
    return new Connection(resolved, address, mapped, proxied, tls);
  }

  Timings timings(Duration whole) {
    return new Timings(name, connect, handshake, firstByte, whole);
  }
}
