package dev.wellknown.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what is read for headers, and remembers the end. The parsers above take an end in the
 * middle of headers or trailers for an end of these.
 */
final class GuardedInput extends FilterInputStream {

  private long left = Long.MAX_VALUE;
  private boolean ended;
  private boolean overflowed;
  private final byte[] first = new byte[5];
  private int kept;

  GuardedInput(InputStream in) {
    super(in);
  }

  /** From here on, at most so many bytes. */
  void allow(long bytes) {
    left = bytes;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Whether it begins with a SETTINGS frame, as every HTTP/2 server does (RFC 9113 §3.4). */
  boolean beginsWithFrame() {
    return kept == first.length
        && first[0] == 0
        && first[1] == 0
        && first[3] == 4
        && (first[4] == 0 || first[4] == 1);
  }

  boolean hasOverflowed() {
    return overflowed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left <= 0) {
      overflowed = true;
      throw new IOException("more than allowed");
    }
    int count = super.read(bytes, from, (int) Math.min(length, left));
    if (count < 0) {
      ended = true;
    } else {
      left -= count;
      int keep = Math.min(count, first.length - kept);
      System.arraycopy(bytes, from, first, kept, keep);
      kept += keep;
    }
    return count;
  }
}
