package dev.wellknown.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The connections of a fetcher, so that closing it ends them, and those who wait. */
final class OpenWires {

  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** A new one, not connected yet. */
  Wire make(Deadline deadline) {
    Wire wire = new Wire(deadline);
    open.add(wire);
    if (areClosed()) {
      drop(wire);
    }
    return wire;
  }

  /** Ends a connection at once, without a farewell that a server could draw out. */
  void drop(Wire wire) {
    open.remove(wire);
    try {
      wire.close();
    } catch (IOException e) {
      // There is nothing left that could go wrong.
    }
  }

  boolean areClosed() {
    return closed.getCount() == 0;
  }

  /** Waits; false where it was cut short. */
  boolean pause(Duration time) {
    try {
      return !closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void closeAll() {
    closed.countDown();
    open.forEach(this::drop);
  }
}
