package dev.wellknown.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/**
 * Makes TCP connections, to public addresses or those that are allowed. The address is judged when
 * it is connected to, not when the name is looked at.
 */
final class Dialer {

  /**
   * So long a silent address may keep us from the next one. A lost packet is sent again after 1 s.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Settings settings;
  private final NameCache names;
  private final OpenWires wires;

  Dialer(Settings settings, NameCache names, OpenWires wires) {
    this.settings = settings;
    this.names = names;
    this.wires = wires;
  }

  /**
   * Connects to the target, or to the proxy before it.
   *
   * @throws FailedException where none of the addresses answered
   */
  Wire dial(Target target, Trace trace, Deadline deadline) throws FailedException {
    trace.goesTo(target);
    trace.begin();
    ProxyServer proxy = target.proxy();
    if (proxy != null) {
      Wire wire = toProxy(proxy, deadline);
      trace.connectTook();
      return wire;
    }
    List<InetAddress> resolved = names.addresses(target.place(), deadline);
    trace.nameTook();
    trace.resolved(resolved);
    List<InetAddress> allowed = resolved.stream().filter(target::allows).toList();
    if (allowed.isEmpty()) {
      throw new FailedException(Failure.of(Reason.ADDRESS_REFUSED, Phase.CONNECT));
    }
    trace.begin();
    Wire wire = first(allowed, target.placePort(), deadline, trace);
    trace.connectTook();
    return wire;
  }

  /** What fails here says nothing about the host. */
  private Wire toProxy(ProxyServer proxy, Deadline deadline) throws FailedException {
    try {
      List<InetAddress> addresses = names.addresses(Host.of(proxy.host()), deadline);
      return first(addresses, proxy.port(), deadline, new Trace());
    } catch (FailedException e) {
      Reason reason = e.failure().reason();
      boolean kept = reason == Reason.TIMED_OUT || reason == Reason.ABANDONED;
      throw new FailedException(Failure.of(kept ? reason : Reason.PROXY, Phase.PROXY).because(e));
    }
  }

  /** The addresses one by one, each with its share of the time, so that none uses up all of it. */
  private Wire first(List<InetAddress> addresses, int port, Deadline deadline, Trace trace)
      throws FailedException {
    Failure last = Failure.of(Reason.TIMED_OUT, Phase.CONNECT);
    for (int i = 0; i < addresses.size() && !deadline.isOver(); i++) {
      int left = addresses.size() - i;
      Deadline until = deadline.atMost(settings.connectTimeout());
      if (left > 1) {
        until = until.part(left).atMost(PATIENCE);
      }
      trace.tries(addresses.get(i));
      Wire wire = wires.make(deadline);
      try {
        wire.setTcpNoDelay(true);
        wire.connect(
            new InetSocketAddress(addresses.get(i), port), (int) Math.max(1, until.millisLeft()));
        return wire;
      } catch (IOException e) {
        wires.drop(wire);
        last = Failure.of(reason(e), Phase.CONNECT).because(e);
        if (last.reason() == Reason.ABANDONED) {
          break;
        }
      }
    }
    throw new FailedException(last);
  }

  private Reason reason(IOException failure) {
    if (wires.areClosed() || Thread.currentThread().isInterrupted()) {
      return Reason.ABANDONED;
    }
    if (failure instanceof SocketTimeoutException) {
      return Reason.TIMED_OUT;
    }
    return failure instanceof ConnectException ? Reason.CONNECTION_REFUSED : Reason.NO_ROUTE;
  }
}
