package dev.wellknown.fetch;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/**
 * The TCP connection below TLS. Every read ends by the deadline and within the limit, and what
 * became of it is remembered, since the layers above hide it in exceptions of many kinds.
 */
final class Wire extends Socket {

  private volatile Deadline deadline;
  private long limit = Long.MAX_VALUE;
  private long received;
  private boolean ended;
  private boolean timedOut;
  private boolean broken;
  private boolean overflowed;
  private TlsRecords records = new TlsRecords();

  Wire(Deadline deadline) {
    this.deadline = deadline;
  }

  /** From now on everything has to be over by then, and no more bytes than these may come. */
  void allow(Deadline until, long bytes) {
    deadline = until;
    limit = received + bytes;
  }

  void until(Deadline until) {
    deadline = until;
  }

  /** What follows is TLS. */
  void startTls() {
    records = new TlsRecords();
  }

  TlsRecords records() {
    return records;
  }

  /** Whether the server has closed its side. */
  boolean hasEnded() {
    return ended;
  }

  boolean hasTimedOut() {
    return timedOut;
  }

  /** Whether reading or writing failed, as after a reset. */
  boolean isBroken() {
    return broken;
  }

  /** Whether more came than was allowed. */
  boolean hasOverflowed() {
    return overflowed;
  }

  /**
   * Whether the server has sent what nobody has read yet, or closed. Looks without waiting.
   *
   * @throws IOException where the connection is broken
   */
  boolean isStirring() throws IOException {
    return ended || super.getInputStream().available() > 0;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Input(super.getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Output(super.getOutputStream());
  }

  private final class Input extends FilterInputStream {

    Input(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (received >= limit || records.isFlooded()) {
        overflowed = true;
        throw new InterruptedIOException("more bytes than allowed");
      }
      long left = deadline.millisLeft();
      if (left == 0) {
        timedOut = true;
        throw new SocketTimeoutException("the time is up");
      }
      try {
        setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int count = super.read(bytes, from, (int) Math.min(length, limit - received));
        if (count < 0) {
          ended = true;
        } else {
          received += count;
          records.accept(bytes, from, count);
        }
        return count;
      } catch (SocketTimeoutException e) {
        timedOut = true;
        throw e;
      } catch (SocketException e) {
        broken = true;
        throw e;
      }
    }
  }

  private final class Output extends FilterOutputStream {

    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (SocketException e) {
        broken = true;
        throw e;
      }
    }
  }
}
