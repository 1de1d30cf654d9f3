package dev.wellknown.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** Asks a proxy for a way through to the target (RFC 9110 §9.3.6). */
final class Tunnel {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_INTERIM = 8;

  private Tunnel() {}

  /**
   * Asks.
   *
   * @throws FailedException where the proxy does not let us through
   */
  static void open(Wire wire, Target target, ProxyServer proxy, String userAgent)
      throws FailedException {
    String place = bracketed(target.place()) + ":" + target.placePort();
    StringBuilder request =
        new StringBuilder("CONNECT ").append(place).append(" HTTP/1.1\r\nHost: ").append(place);
    request.append("\r\nUser-Agent: ").append(userAgent).append("\r\n");
    String credentials = proxy.credentials();
    if (credentials != null) {
      request
          .append("Proxy-Authorization: Basic ")
          .append(Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
          .append("\r\n");
    }
    Head head;
    try {
      wire.getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      SessionInputBufferImpl buffer = new SessionInputBufferImpl(1024);
      GuardedInput in = new GuardedInput(wire.getInputStream());
      in.allow(MOST_BYTES);
      HeadReader reader = new HeadReader(buffer, in);
      int interim = 0;
      do {
        head = reader.read();
      } while (head.isInterim() && ++interim <= MOST_INTERIM);
    } catch (IOException e) {
      throw new FailedException(
          Failure.of(wire.hasTimedOut() ? Reason.TIMED_OUT : Reason.PROXY, Phase.PROXY).because(e));
    } catch (FailedException e) {
      throw new FailedException(Failure.of(Reason.PROXY, Phase.PROXY));
    }
    if (head.status() < 200 || head.status() > 299) {
      throw new FailedException(Failure.of(Reason.PROXY, Phase.PROXY, head.status()));
    }
  }

  private static String bracketed(Host host) {
    boolean bare = host.name().indexOf(':') >= 0 && !host.name().startsWith("[");
    return bare ? "[" + host.name() + "]" : host.name();
  }
}
