package dev.wellknown.fetch.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port at which nobody ever answers a SYN: its queue is full, and nobody takes from it. */
public final class SilentServer implements AutoCloseable {

  private final ServerSocket listener;
  private final List<Socket> queue = new ArrayList<>();

  public SilentServer(String address, int port) {
    try {
      listener = new ServerSocket(port, 1, InetAddress.getByName(address));
      fill(address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(String address) throws IOException {
    try {
      for (int i = 0; i < 20; i++) {
        Socket filler = new Socket();
        queue.add(filler);
        filler.connect(new InetSocketAddress(address, listener.getLocalPort()), 100);
      }
    } catch (SocketTimeoutException e) {
      return;
    }
    throw new IllegalStateException("this system's queues have no end");
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket each : queue) {
      each.close();
    }
    listener.close();
  }
}
