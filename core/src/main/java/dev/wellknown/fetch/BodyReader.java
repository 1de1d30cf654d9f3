package dev.wellknown.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.jspecify.annotations.Nullable;

/** Reads one body within the limits, and decodes the one encoding that was asked for. */
final class BodyReader {

  /** Encoded data may be a little larger than what it stands for. */
  static final int ON_WIRE_MORE = 64 * 1024;

  private final SessionInputBufferImpl buffer;
  private final GuardedInput in;
  private final Wire wire;
  private final Http1Config config;
  private final int limit;
  private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private @Nullable Throwable trouble;

  BodyReader(
      SessionInputBufferImpl buffer, GuardedInput in, Wire wire, Http1Config config, int limit) {
    this.buffer = buffer;
    this.in = in;
    this.wire = wire;
    this.config = config;
    this.limit = limit;
  }

  Set<Oddity> oddities() {
    return oddities;
  }

  /** The exception that ended the reading, or null. */
  @Nullable Throwable trouble() {
    return trouble;
  }

  Body read(Head head, Framing framing) {
    Headers headers = head.headers();
    if (framing.kind() == Framing.Kind.CHUNKED && headers.first("Content-Length").isPresent()) {
      oddities.add(Oddity.LENGTH_AND_CHUNKED);
    }
    if (framing.kind() == Framing.Kind.LENGTH && headers.values("Content-Length").size() > 1) {
      oddities.add(Oddity.LENGTH_REPEATED);
    }
    List<String> encodings =
        headers.tokens("Content-Encoding").stream()
            .filter(each -> !each.equalsIgnoreCase("identity"))
            .toList();
    boolean gzip =
        encodings.size() == 1
            && (encodings.get(0).equalsIgnoreCase("gzip")
                || encodings.get(0).equalsIgnoreCase("x-gzip"));
    Incomplete cut = collect(framing, gzip ? limit + ON_WIRE_MORE : limit);
    byte[] sent = collected.toByteArray();
    if (encodings.isEmpty() || sent.length == 0) {
      return new Body(sent, sent.length, cut);
    }
    if (!gzip) {
      return new Body(sent, sent.length, cut == null ? Incomplete.ENCODING_UNKNOWN : cut);
    }
    Gunzip gunzip = new Gunzip(sent, limit);
    oddities.addAll(gunzip.oddities());
    // Data that was cut does not end well either; the cut is the cause.
    return new Body(gunzip.bytes(), sent.length, cut == null ? gunzip.incomplete() : cut);
  }

  private @Nullable Incomplete collect(Framing framing, long most) {
    switch (framing.kind()) {
      case NO_BODY:
        return null;
      case BROKEN:
        return Incomplete.FRAMING_BROKEN;
      case ENDLESS:
        return Incomplete.TOO_LARGE;
      default:
        break;
    }
    if (framing.length() > most) {
      return Incomplete.TOO_LARGE;
    }
    try {
      InputStream body = body(framing);
      byte[] part = new byte[8192];
      while (collected.size() <= most) {
        int count = body.read(part, 0, (int) Math.min(part.length, most + 1 - collected.size()));
        if (count < 0) {
          return end(framing);
        }
        collected.write(part, 0, count);
      }
      return Incomplete.TOO_LARGE;
    } catch (IOException | RuntimeException e) {
      trouble = e;
      return why(e);
    }
  }

  private InputStream body(Framing framing) {
    return switch (framing.kind()) {
      case LENGTH -> new ContentLengthInputStream(buffer, in, framing.length());
      case CHUNKED -> new ChunkedInputStream(buffer, in, config);
      default -> new IdentityInputStream(buffer, in);
    };
  }

  /** What an orderly end is worth. */
  private @Nullable Incomplete end(Framing framing) {
    if (framing.kind() == Framing.Kind.UNTIL_CLOSE) {
      // JSSE reads no further than a close_notify; where it saw the end of TCP, there was none.
      return wire.hasEnded() ? Incomplete.END_NOT_PROVEN : null;
    }
    return in.hasEnded() ? Incomplete.CUT_SHORT : null;
  }

  private Incomplete why(Exception failure) {
    if (wire.hasTimedOut()) {
      return Incomplete.TIMED_OUT;
    }
    if (wire.hasOverflowed() || failure instanceof MessageConstraintException) {
      return Incomplete.TOO_LARGE;
    }
    if (wire.isBroken()) {
      return Incomplete.RESET;
    }
    if (in.hasEnded()
        || failure instanceof ConnectionClosedException
        || failure instanceof TruncatedChunkException) {
      return Incomplete.CUT_SHORT;
    }
    if (failure instanceof MalformedChunkCodingException) {
      return Incomplete.FRAMING_BROKEN;
    }
    if (failure instanceof SSLException) {
      return wire.hasEnded() ? Incomplete.CUT_SHORT : Incomplete.TLS_BROKEN;
    }
    return Incomplete.FRAMING_BROKEN;
  }
}
