package dev.wellknown.fetch;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks gzip data (RFC 1952) up to a limit. The JDK's stream passes over what stands behind the
 * data, and says in no typed way what is broken.
 */
final class Gunzip {

  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final byte[] packed;
  private final int limit;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
  private @Nullable Incomplete incomplete;
  private int at;

  /** Unpacks at most one byte more than the limit. */
  Gunzip(byte[] packed, int limit) {
    this.packed = packed;
    this.limit = limit;
    run();
  }

  /** What was unpacked before the end, a break or the limit. */
  byte[] bytes() {
    return out.toByteArray();
  }

  @Nullable Incomplete incomplete() {
    return incomplete;
  }

  Set<Oddity> oddities() {
    return oddities;
  }

  private void run() {
    for (int member = 0; ; member++) {
      int body = header();
      if (body < 0) {
        if (member == 0) {
          incomplete = Incomplete.ENCODING_BROKEN;
        } else {
          oddities.add(Oddity.GZIP_GARBAGE_BEHIND);
        }
        return;
      }
      if (member == 1) {
        oddities.add(Oddity.GZIP_SEVERAL_MEMBERS);
      }
      at = body;
      incomplete = inflate();
      if (incomplete != null || at == packed.length) {
        return;
      }
    }
  }

  private @Nullable Incomplete inflate() {
    Inflater inflater = new Inflater(true);
    CRC32 checksum = new CRC32();
    long size = 0;
    try {
      inflater.setInput(packed, at, packed.length - at);
      byte[] part = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(part, 0, Math.min(part.length, limit + 1 - out.size()));
        if (count == 0 && !inflater.finished()) {
          return Incomplete.ENCODING_BROKEN;
        }
        out.write(part, 0, count);
        checksum.update(part, 0, count);
        size += count;
        if (out.size() > limit) {
          return Incomplete.TOO_LARGE;
        }
      }
      at = packed.length - inflater.getRemaining();
      if (packed.length - at < TRAILER
          || number(at) != checksum.getValue()
          || number(at + 4) != (size & 0xffffffffL)) {
        return Incomplete.ENCODING_BROKEN;
      }
      at += TRAILER;
      return null;
    } catch (DataFormatException e) {
      return Incomplete.ENCODING_BROKEN;
    } finally {
      inflater.end();
    }
  }

  /** Where the data behind a header begins, or -1 where there is no header. */
  private int header() {
    if (packed.length - at < HEADER
        || (packed[at] & 0xff) != 0x1f
        || (packed[at + 1] & 0xff) != 0x8b
        || packed[at + 2] != 8) {
      return -1;
    }
    int flags = packed[at + 3];
    int next = at + HEADER;
    if ((flags & HAS_EXTRA) != 0) {
      if (next + 2 > packed.length) {
        return -1;
      }
      next += 2 + (packed[next] & 0xff) + ((packed[next + 1] & 0xff) << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      next = behindZero(next);
    }
    if ((flags & HAS_COMMENT) != 0) {
      next = behindZero(next);
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      next += 2;
    }
    return next <= packed.length ? next : -1;
  }

  private int behindZero(int from) {
    int next = from;
    while (next < packed.length && packed[next] != 0) {
      next++;
    }
    return next + 1;
  }

  private long number(int from) {
    return packed[from] & 0xffL
        | (packed[from + 1] & 0xffL) << 8
        | (packed[from + 2] & 0xffL) << 16
        | (packed[from + 3] & 0xffL) << 24;
  }
}
