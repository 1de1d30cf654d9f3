package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import dev.wellknown.association.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A directory that is, or becomes, the root of a host.
 *
 * @param directory need not exist yet
 */
public record WebRoot(Path directory) {

  /** A file's path for people and programs: as they named the root. */
  static String path(String root, Kind kind) {
    boolean here = root.isEmpty() || root.equals(".");
    return here ? kind.path() : root + (root.endsWith("/") ? "" : "/") + kind.path();
  }

  /** Where a file stands below this root. */
  public Path file(Kind kind) {
    return directory.resolve(Kind.DIRECTORY).resolve(kind.fileName());
  }

  /** Whether the file is there. */
  public boolean holds(Kind kind) {
    return Files.exists(file(kind), LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether the file is there with just these bytes. */
  public boolean holds(Publication publication) throws IOException {
    return current(publication.kind())
        .map(bytes -> Arrays.equals(bytes, publication.bytes()))
        .orElse(false);
  }

  /**
   * The bytes of the file that is there; empty where there is none.
   *
   * @throws IOException where it cannot be read
   */
  public Optional<byte[]> current(Kind kind) throws IOException {
    Path file = file(kind);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(Inputs.MAX_BYTES + 1));
    }
  }

  /**
   * Puts a file in its place: whole, or not at all. What was there stays as it was if anything goes
   * wrong.
   *
   * @throws IOException where it cannot be written, or where a link or something else than a file
   *     stands in its place
   */
  public void put(Publication publication) throws IOException {
    Path file = file(publication.kind());
    if (!WholeFile.mayReplace(file)) {
      throw new IOException(
          file + " is a link or no regular file and is left alone; remove it, then generate anew");
    }
    Files.createDirectories(file.getParent());
    try (WholeFile whole = WholeFile.beside(file)) {
      whole.write(publication.bytes());
      whole.commit();
    }
  }
}
