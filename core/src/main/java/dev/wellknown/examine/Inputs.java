package dev.wellknown.examine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads local files, never more of them than is sensible.
 *
 * @param directory what relative paths are relative to
 * @param standardInput what is read for {@code -}
 * @param home what the names are relative to by which files are known again
 */
public record Inputs(Path directory, InputStream standardInput, Path home) {

  /** No platform reads a file of that size, and nobody writes such a registration. */
  public static final int MAX_BYTES = 3 * 1024 * 1024;

  /** The name by which standard input is asked for. */
  public static final String STANDARD_INPUT = "-";

  public Inputs {
    directory = directory.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
  }

  /** Files are known again by their names relative to the directory. */
  public Inputs(Path directory, InputStream standardInput) {
    this(directory, standardInput, directory);
  }

  /**
   * The bytes of a file.
   *
   * @param path as given, or {@code -}
   * @throws UnusableInputException where it is missing, unreadable, no file, or too large
   */
  public byte[] read(String path) throws UnusableInputException {
    if (path.equals(STANDARD_INPUT)) {
      try {
        return limited(standardInput, "standard input");
      } catch (UnusableInputException e) {
        throw e;
      } catch (IOException e) {
        throw new UnusableInputException("standard input cannot be read");
      }
    }
    Path file = resolve(path);
    if (Files.isDirectory(file)) {
      throw new UnusableInputException(path + " is a directory; name a file in it");
    }
    if (Files.exists(file) && !Files.isRegularFile(file) && !isDescriptor(file)) {
      throw new UnusableInputException(path + " is not a regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return limited(in, path);
    } catch (UnusableInputException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new UnusableInputException(path + " does not exist");
    } catch (AccessDeniedException e) {
      throw new UnusableInputException(path + " may not be read: check its permissions");
    } catch (IOException e) {
      throw new UnusableInputException(path + " cannot be read");
    }
  }

  /**
   * A file of any length, to be read piece by piece.
   *
   * @param path as given
   * @throws UnusableInputException where it is missing or unreadable
   */
  public InputStream open(String path) throws UnusableInputException {
    try {
      return Files.newInputStream(resolve(path));
    } catch (NoSuchFileException e) {
      throw new UnusableInputException(path + " does not exist");
    } catch (IOException e) {
      throw new UnusableInputException(path + " cannot be read");
    }
  }

  /**
   * The path in the file system.
   *
   * @throws UnusableInputException where the text cannot be a path
   */
  public Path resolve(String path) throws UnusableInputException {
    try {
      return directory.resolve(path);
    } catch (InvalidPathException e) {
      throw new UnusableInputException(path + " cannot be a path");
    }
  }

  /**
   * A file's name that is the same wherever {@link #home} lies: relative to it, with slashes. A
   * file elsewhere keeps its absolute name.
   */
  public String identity(String path) {
    try {
      Path file = directory.resolve(path).normalize();
      Path name = file.startsWith(home) ? home.relativize(file) : file;
      return name.toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      return path;
    }
  }

  /** What a shell's process substitution hands over is a pipe that is being written. */
  private static boolean isDescriptor(Path file) {
    return file.startsWith("/dev/fd") || file.startsWith("/proc/self/fd");
  }

  private static byte[] limited(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new UnusableInputException(
          name + " has more than 3 MB; no platform reads a file of that size");
    }
    return bytes;
  }
}
