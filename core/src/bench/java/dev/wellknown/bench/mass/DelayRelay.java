package dev.wellknown.bench.mass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Stands between clients and the server like a long cable: what comes in leaves half a round trip
 * later, both ways. Only the TCP handshake is as short as ever.
 */
final class DelayRelay {

  private static final int CHUNK = 16 * 1024;

  private final InetSocketAddress server;
  private final long delayNanos;
  private final Selector selector;

  /** All chunks wait equally long, so they fall due in the order in which they came. */
  private final Queue<Chunk> due = new ArrayDeque<>();

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);

  private DelayRelay(int serverPort, long delayNanos) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
    this.delayNanos = delayNanos;
    this.selector = Selector.open();
  }

  /** One end of a connection; what is read from it goes to its peer. */
  private static final class End {
    final SocketChannel channel;
    final Queue<ByteBuffer> unsent = new ArrayDeque<>();
    End peer;
    boolean ended;

    End(SocketChannel channel) {
      this.channel = channel;
      this.peer = this;
    }
  }

  /** Bytes on their way; none for the end of the stream. */
  private record Chunk(End to, ByteBuffer bytes, long when) {}

  /** Arguments: port of the server, round trip in milliseconds. Prints its own port. */
  public static void main(String... args) throws IOException {
    long roundTrip = Long.parseLong(args[1]);
    new DelayRelay(Integer.parseInt(args[0]), roundTrip * 500_000).run();
  }

  private void run() throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
    System.out.println(listener.socket().getLocalPort());
    while (true) {
      Chunk next = due.peek();
      if (next == null) {
        selector.select();
      } else {
        long millis = (next.when() - System.nanoTime() + 999_999) / 1_000_000;
        if (millis > 0) {
          selector.select(millis);
        } else {
          selector.selectNow();
        }
      }
      for (SelectionKey key : selector.selectedKeys()) {
        if (key.isValid() && key.isAcceptable()) {
          accept(listener);
        }
        if (key.isValid() && key.isReadable()) {
          read((End) key.attachment(), key);
        }
        if (key.isValid() && key.isWritable()) {
          write((End) key.attachment());
        }
      }
      selector.selectedKeys().clear();
      deliver();
    }
  }

  private void accept(ServerSocketChannel listener) throws IOException {
    for (SocketChannel client = listener.accept(); client != null; client = listener.accept()) {
      End near = new End(client);
      End far = new End(SocketChannel.open(server));
      near.peer = far;
      far.peer = near;
      for (End end : new End[] {near, far}) {
        end.channel.configureBlocking(false);
        end.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        end.channel.register(selector, SelectionKey.OP_READ, end);
      }
    }
  }

  private void read(End from, SelectionKey key) {
    buffer.clear();
    int count;
    try {
      count = from.channel.read(buffer);
    } catch (IOException e) {
      count = -1;
    }
    buffer.flip();
    if (count < 0) {
      key.interestOpsAnd(~SelectionKey.OP_READ);
    }
    due.add(
        new Chunk(
            from.peer,
            ByteBuffer.allocate(buffer.remaining()).put(buffer).flip(),
            System.nanoTime() + delayNanos));
  }

  private void deliver() {
    long now = System.nanoTime();
    for (Chunk chunk = due.peek(); chunk != null && chunk.when() <= now; chunk = due.peek()) {
      due.remove();
      if (chunk.bytes().hasRemaining()) {
        chunk.to().unsent.add(chunk.bytes());
      } else {
        chunk.to().ended = true;
      }
      write(chunk.to());
    }
  }

  private void write(End to) {
    try {
      while (!to.unsent.isEmpty()) {
        ByteBuffer bytes = to.unsent.element();
        to.channel.write(bytes);
        if (bytes.hasRemaining()) {
          interest(to, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
          return;
        }
        to.unsent.remove();
      }
      interest(to, SelectionKey.OP_READ);
      if (to.ended) {
        close(to);
      }
    } catch (IOException e) {
      to.unsent.clear();
      close(to);
    }
  }

  /** A client that closes has what it wanted; a server that closes has said all. */
  private static void close(End end) {
    for (End each : new End[] {end, end.peer}) {
      try {
        if (each.unsent.isEmpty()) {
          each.channel.close();
        }
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }

  private void interest(End end, int operations) {
    SelectionKey key = end.channel.keyFor(selector);
    if (key != null && key.isValid()) {
      boolean ending = (key.interestOps() & SelectionKey.OP_READ) == 0;
      key.interestOps(ending ? operations & ~SelectionKey.OP_READ : operations);
    }
  }
}
