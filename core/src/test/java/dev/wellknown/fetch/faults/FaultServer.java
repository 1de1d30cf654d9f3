package dev.wellknown.fetch.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on loopback and lets a behaviour have every connection. */
public final class FaultServer implements AutoCloseable {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(null, task, "fault", 256 * 1024);
            thread.setDaemon(true);
            return thread;
          });

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();

  public FaultServer(Behaviour behaviour) {
    this("127.0.0.1", behaviour);
  }

  public FaultServer(String address, Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      listener = new ServerSocket(0, 200, InetAddress.getByName(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    THREADS.execute(this::listen);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections have come. */
  public int accepted() {
    return accepted.get();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        accepted.incrementAndGet();
        open.add(socket);
        THREADS.execute(() -> serve(socket));
      } catch (IOException e) {
        // Closed, or the next one will do.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      behaviour.serve(socket);
    } catch (IOException | RuntimeException e) {
      // The client has had enough of us, which is its right.
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket each : open) {
      each.close();
    }
  }
}
