package dev.wellknown.fetch.faults;

import dev.wellknown.fetch.NameResolver;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows the names of the faults that lie in names and addresses, and no other. */
public final class FaultNames implements NameResolver, AutoCloseable {

  private static final String DOMAIN = ".faults.test";

  private static final Map<String, List<String>> ADDRESSES =
      Map.of(
          "first-address-dead", List.of("127.0.0.2", "127.0.0.1"),
          "first-address-refused", List.of("127.0.0.3", "127.0.0.1"),
          "ipv6-broken", List.of("::1", "127.0.0.1"),
          "many-addresses",
              List.of(
                  "127.0.0.10",
                  "127.0.0.11",
                  "127.0.0.12",
                  "127.0.0.13",
                  "127.0.0.14",
                  "127.0.0.15",
                  "127.0.0.1"),
          "dns-empty", List.of(),
          "dns-private", List.of("10.255.255.1"),
          "name-of-loopback", List.of("127.0.0.1"));

  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger rebindQuestions = new AtomicInteger();

  @Override
  public List<InetAddress> resolve(String name) throws UnknownHostException {
    String fault = name.endsWith(DOMAIN) ? name.substring(0, name.length() - DOMAIN.length()) : "";
    return switch (fault) {
      case "dns-rebind" ->
          List.of(
              InetAddress.getByName(
                  rebindQuestions.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.66"));
      case "dns-silent" -> silence();
      default -> known(fault);
    };
  }

  private List<InetAddress> silence() throws UnknownHostException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      // Nobody waits any longer.
    }
    throw new UnknownHostException();
  }

  private static List<InetAddress> known(String fault) throws UnknownHostException {
    List<String> literals = ADDRESSES.get(fault);
    if (literals == null) {
      throw new UnknownHostException("not in this world");
    }
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      addresses.add(InetAddress.getByName(literal));
    }
    return addresses;
  }

  /** How often the name that changes its mind was asked for. */
  public int rebindQuestions() {
    return rebindQuestions.get();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
