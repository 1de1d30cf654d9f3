package dev.wellknown.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** One connection that carries requests and answers. Used by one thread at a time. */
final class Channel {

  static final int MOST_HEAD = 384 * 1024;
  private static final int MOST_INTERIM = 8;
  // Handshakes and records cost something as well; servers that dribble cost most.
  private static final int TLS_MORE = 1024 * 1024;
  private static final Http1Config CONFIG =
      Http1Config.custom().setMaxLineLength(MOST_HEAD).setMaxHeaderCount(2000).build();

  private final Wire wire;
  private final Connection connection;
  private final boolean certificateWanted;
  private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(8192, MOST_HEAD);
  private final InputStream decrypted;
  private final OutputStream out;
  private final int limit;
  private boolean usable = true;
  private int carried;

  /**
   * @param top what is read and written: TLS over the wire, or the wire itself
   */
  Channel(Wire wire, Socket top, Connection connection, boolean certificateWanted, int limit)
      throws FailedException {
    this.wire = wire;
    this.connection = connection;
    this.certificateWanted = certificateWanted;
    this.limit = limit;
    try {
      this.decrypted = top.getInputStream();
      this.out = top.getOutputStream();
    } catch (IOException e) {
      throw new FailedException(Failure.of(Reason.CLOSED, Phase.TLS).because(e));
    }
  }

  /** How many bytes may come in for one answer, all layers included. */
  static long onWire(int limit) {
    return (long) limit + BodyReader.ON_WIRE_MORE + MOST_HEAD + TLS_MORE;
  }

  Wire wire() {
    return wire;
  }

  Connection connection() {
    return connection;
  }

  /** Whether an answer has come over it before. */
  boolean isReused() {
    return carried > 0;
  }

  /** Whether another request can go over it: kept by the server, and nothing has come unasked. */
  boolean isUsable() {
    return usable && isQuiet();
  }

  private boolean isQuiet() {
    try {
      return buffer.length() == 0 && decrypted.available() == 0 && !wire.isStirring();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether more comes behind an answer that should have been the last. Then that was the answer to
   * something else. Waits for the end, or the time.
   */
  boolean sendsMore(Deadline until) {
    if (!usable) {
      return false;
    }
    usable = false;
    if (buffer.length() > 0) {
      return true;
    }
    wire.until(until);
    try {
      return decrypted.read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Sends a request and reads the answer.
   *
   * @param firstUntil by when the answer has to begin
   * @throws FailedException where there is none
   */
  Answer exchange(byte[] request, Trace trace, Deadline firstUntil, Deadline until)
      throws FailedException {
    usable = false;
    GuardedInput in = new GuardedInput(decrypted);
    in.allow(MOST_HEAD);
    wire.allow(firstUntil, onWire(limit));
    Head head;
    int interim = 0;
    try {
      trace.begin();
      out.write(request);
      out.flush();
      buffer.fillBuffer(in);
      trace.firstByteTook();
      if (in.beginsWithFrame()) {
        throw new FailedException(Failure.of(Malformed.HTTP2));
      }
      wire.until(until);
      HeadReader reader = new HeadReader(buffer, in);
      for (head = reader.read(); head.isInterim(); head = reader.read()) {
        if (++interim > MOST_INTERIM) {
          throw new FailedException(Failure.of(Reason.TOO_MUCH_HEAD, Phase.ANSWER));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new FailedException(failure(in, e).because(e));
    } catch (FailedException e) {
      boolean refused = certificateWanted && e.failure().reason() == Reason.CLOSED;
      throw refused ? new FailedException(demanded()) : e;
    }
    in.allow(Long.MAX_VALUE);
    Framing framing = Framing.of(head);
    BodyReader reader = new BodyReader(buffer, in, wire, CONFIG, limit);
    Body body = reader.read(head, framing);
    Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    oddities.addAll(reader.oddities());
    if (interim > 0) {
      oddities.add(Oddity.INTERIM_ANSWERS);
    }
    if (head.folded()) {
      oddities.add(Oddity.FOLDED_HEADER);
    }
    if (certificateWanted) {
      oddities.add(Oddity.CLIENT_CERTIFICATE_WANTED);
    }
    if (framing.isDelimited() && body.isComplete() && buffer.length() > 0) {
      oddities.add(Oddity.BYTES_BEHIND);
    }
    carried++;
    usable =
        framing.isDelimited()
            && body.isComplete()
            && head.keepsConnection()
            && head.status() != 101;
    return new Answer(head, body, oddities, Traces.of(reader.trouble()));
  }

  private Failure failure(GuardedInput in, Exception cause) {
    if (in.hasOverflowed() || wire.hasOverflowed() || cause instanceof MessageConstraintException) {
      return Failure.of(Reason.TOO_MUCH_HEAD, Phase.ANSWER);
    }
    if (wire.hasTimedOut()) {
      return Failure.of(Reason.TIMED_OUT, Phase.ANSWER);
    }
    if (certificateWanted) {
      return demanded();
    }
    if (wire.isBroken()) {
      return Failure.of(Reason.RESET, Phase.ANSWER);
    }
    if (wire.hasEnded()) {
      return Failure.of(Reason.CLOSED, Phase.ANSWER);
    }
    return Failure.of(
        cause instanceof SSLException ? Reason.TLS_BROKEN : Reason.RESET, Phase.ANSWER);
  }

  /** With TLS 1.3 a server says so only after our side of the handshake is done. */
  private static Failure demanded() {
    return Failure.of(Reason.CLIENT_CERTIFICATE_DEMANDED, Phase.ANSWER);
  }

  static byte[] request(Request request, String path, String userAgent, boolean last) {
    return ("GET "
            + path
            + " HTTP/1.1\r\nHost: "
            + request.authority()
            + "\r\nUser-Agent: "
            + userAgent
            + "\r\nAccept: */*\r\nAccept-Encoding: gzip\r\n"
            + (last ? "Connection: close\r\n" : "")
            + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
