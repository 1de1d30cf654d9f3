package dev.wellknown.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's standard output, which tells a reader that has gone from a disk that is full. */
final class StandardOutput extends OutputStream {

  private static final int FORMAT = 0170000;
  private static final int PIPE = 0010000;
  private static final int SOCKET = 0140000;

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);

  /** Nobody reads any more, as behind {@code | head -1}: no trouble, and no reason to go on. */
  static final class ReaderGoneException extends IOException {

    private static final long serialVersionUID = 1;

    private ReaderGoneException(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw isPipe()
          ? new ReaderGoneException(e)
          : new IOException(
              "standard output cannot be written: " + e.getMessage() + "; send it elsewhere", e);
    }
  }

  /** Into a pipe, writing fails for no other reason; the exception itself has only a text. */
  private static boolean isPipe() {
    try {
      int format = (int) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & FORMAT;
      return format == PIPE || format == SOCKET;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
