package dev.wellknown.examine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is written whole or not at all: beside its place, then moved there in one step. What
 * was there stays as it was if anything goes wrong, or if nobody commits.
 */
public final class WholeFile implements AutoCloseable {

  private final Path place;
  private final Path temporary;
  private final FileChannel channel;
  private final OutputStream out;

  private WholeFile(Path place, Path temporary, FileChannel channel) {
    this.place = place;
    this.temporary = temporary;
    this.channel = channel;
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
  }

  /** Whether nothing but a regular file would be replaced: what a link leads to is not ours. */
  static boolean mayReplace(Path place) {
    return !Files.exists(place, LinkOption.NOFOLLOW_LINKS)
        || Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Begins a file.
   *
   * @param place in a directory that is there
   * @throws IOException where nothing can be written there, or where a link or something else than
   *     a file stands in its place
   */
  public static WholeFile beside(Path place) throws IOException {
    Path file = place.toAbsolutePath();
    Path name = file.getFileName();
    if (name == null || !mayReplace(file)) {
      throw new IOException(
          place + " is a link or no regular file and is left alone; name another");
    }
    // In the same directory, so that moving it is one step of one file system.
    String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
    Path temporary = file.resolveSibling("." + name + "." + random);
    try {
      return new WholeFile(
          file,
          temporary,
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (NoSuchFileException e) {
      throw new IOException(place + " cannot be written: its directory does not exist", e);
    } catch (AccessDeniedException e) {
      throw new IOException(
          place + " cannot be written: check the permissions of its directory", e);
    } catch (FileSystemException e) {
      throw trouble(place, e);
    }
  }

  /** The same trouble, told of the file that was meant. */
  private IOException trouble(IOException e) {
    return trouble(place, e);
  }

  private static IOException trouble(Path place, IOException e) {
    String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return new IOException(
        place + " cannot be written" + (reason == null ? "" : ": " + reason) + "; it is as it was",
        e);
  }

  /**
   * Writes bytes.
   *
   * @throws IOException where that fails, told of the file that was meant
   */
  public void write(byte[] bytes) throws IOException {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /**
   * Puts what was written in its place.
   *
   * @throws IOException where that fails
   */
  public void commit() throws IOException {
    try {
      out.flush();
      channel.force(true);
      channel.close();
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw trouble(e);
    }
  }

  /** Drops what was not committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(temporary);
  }
}
