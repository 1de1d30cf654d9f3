package dev.wellknown.fetch.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;

/** The server's side of one connection, with all the means to misbehave. */
public final class Conversation {

  private static final Set<String> HEADERS = ConcurrentHashMap.newKeySet();

  private final Socket raw;
  private final SSLSocket tls;
  private final InputStream in;
  private final OutputStream out;
  private String head = "";

  Conversation(Socket raw, SSLSocket tls) throws IOException {
    this.raw = raw;
    this.tls = tls;
    this.in = tls.getInputStream();
    this.out = tls.getOutputStream();
  }

  /** Waits for a request and gives its path; null where the client went away. */
  public String next() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    int end = 0;
    while (end < 4) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      read.write(next);
      end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
    }
    head = read.toString(StandardCharsets.ISO_8859_1);
    head.lines()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .forEach(line -> HEADERS.add(line.split(":", 2)[0].toLowerCase(Locale.ROOT)));
    return head.split(" ", 3)[1];
  }

  /** The names of all headers that any client has ever sent to any of these hosts. */
  public static Set<String> headersHeard() {
    return Set.copyOf(HEADERS);
  }

  /** The last request as it came. */
  public String head() {
    return head;
  }

  /** Whether the last request holds a line that begins like this. */
  public boolean asked(String start) {
    return head.lines()
        .anyMatch(each -> each.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT)));
  }

  public void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** One byte per character. */
  public void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** An orderly answer with a length. */
  public void answer(String statusAndHeaders, byte[] body) throws IOException {
    send(
        Content.joined(
            ("HTTP/1.1 " + statusAndHeaders + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1),
            body));
  }

  /** One byte per second. */
  public void drip(byte[] bytes) throws IOException {
    for (byte each : bytes) {
      send(new byte[] {each});
      pause(1000);
    }
  }

  /** Sends the same again and again until the client has had enough. */
  public void flood(byte[] bytes) throws IOException {
    byte[] many = new byte[0];
    while (many.length < 16_000) {
      many = Content.joined(many, bytes);
    }
    while (true) {
      send(many);
    }
  }

  /** Says nothing until the client goes away. */
  public void stall() throws IOException {
    while (in.read() >= 0) {
      // Whatever it says.
    }
  }

  /** TCP ends; TLS does not say so. */
  public void fin() throws IOException {
    raw.close();
  }

  public void reset() throws IOException {
    raw.setSoLinger(true, 0);
    raw.close();
  }

  /** With a close_notify. */
  public void close() throws IOException {
    tls.close();
  }

  public static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
