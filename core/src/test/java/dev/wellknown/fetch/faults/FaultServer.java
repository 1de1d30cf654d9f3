package dev.wellknown.fetch.faults;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Listens on loopback and lets a behaviour have every connection. */
public final class FaultServer implements AutoCloseable {

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(null, task, "fault", 256 * 1024);
            thread.setDaemon(true);
            return thread;
          });

  private static final int TLS_HANDSHAKE = 22;

  private final ServerSocket listener;
  private final Behaviour behaviour;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger plaintext = new AtomicInteger();
  private final AtomicLong mostSent = new AtomicLong();

  public FaultServer(Behaviour behaviour) {
    this("127.0.0.1", behaviour);
  }

  public FaultServer(String address, Behaviour behaviour) {
    this.behaviour = behaviour;
    try {
      listener = new Listener(InetAddress.getByName(address));
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

  /** How many connections said something first that is no TLS. */
  public int plaintext() {
    return plaintext.get();
  }

  /** How many bytes went out over one connection at most. */
  public long mostSent() {
    return mostSent.get();
  }

  private final class Listener extends ServerSocket {
    Listener(InetAddress address) throws IOException {
      super(0, 200, address);
    }

    @Override
    public Socket accept() throws IOException {
      Socket socket = new Watched();
      implAccept(socket);
      return socket;
    }
  }

  /** Looks at the first byte that a client sends, and counts what it is sent. */
  private final class Watched extends Socket {
    private boolean begun;
    private long sent;

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int each) throws IOException {
          out.write(each);
          count(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          out.write(bytes, from, length);
          count(length);
        }
      };
    }

    private void count(int more) {
      sent += more;
      mostSent.accumulateAndGet(sent, Math::max);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          int read = super.read();
          look(read);
          return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
          int count = super.read(into, from, length);
          if (count > 0) {
            look(into[from]);
          }
          return count;
        }
      };
    }

    private void look(int first) {
      if (!begun && first >= 0) {
        begun = true;
        if (first != TLS_HANDSHAKE) {
          plaintext.incrementAndGet();
        }
      }
    }
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
