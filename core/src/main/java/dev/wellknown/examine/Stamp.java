package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a walk need not be repeated: a file with a hash of all that went into the walk and
 * came out of it, and with the lines that it told. A build that has nothing to do asks this first,
 * for it loads none of the libraries that a walk needs. Whatever else a walk comes to read belongs
 * into its stamp.
 */
public final class Stamp {

  private static final String FORMAT = "wellknown-stamp/1 ";
  private static final String BETWEEN = "\t";

  private final Path file;
  private final List<Path> after;

  /** Null where an input cannot be read: such a walk is always repeated. */
  private final @Nullable String before;

  private Stamp(Path file, List<String> configuration, List<Path> inputs, List<Path> after) {
    this.file = file;
    this.after = List.copyOf(after);
    List<String> texts = new ArrayList<>(configuration);
    texts.add(build());
    this.before = hash(texts, inputs);
  }

  /**
   * One line that a walk told.
   *
   * @param text made safe to print
   */
  public record Told(Severity severity, String text) {
    public Told {
      text = Printable.escape(text);
    }
  }

  /**
   * The stamp of making the two files from a registration.
   *
   * @param file where it is kept
   * @param configuration whatever else the result depends on
   */
  public static Stamp ofGeneration(
      Path file, List<String> configuration, Path registration, WebRoot root) {
    List<Path> made = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      made.add(root.file(kind));
    }
    return new Stamp(file, configuration, List.of(registration), made);
  }

  /**
   * The stamp of validating a registration and the files in a web root.
   *
   * @param file where it is kept
   * @param configuration whatever else the result depends on
   */
  public static Stamp ofValidation(
      Path file, List<String> configuration, Path registration, WebRoot root) {
    List<Path> read = new ArrayList<>(List.of(registration));
    for (Kind kind : Kind.values()) {
      read.add(root.file(kind));
      read.add(root.directory().resolve(kind.fileName()));
    }
    return new Stamp(file, configuration, read, List.of());
  }

  /** What the last walk told, where it would find the same inputs and leave the same files. */
  public Optional<List<Told>> told() {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      // There is none, or not one of ours.
      return Optional.empty();
    }
    List<Told> told = new ArrayList<>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      for (Severity severity : Severity.values()) {
        if (line.startsWith(severity.id() + BETWEEN)) {
          told.add(new Told(severity, line.substring(line.indexOf(BETWEEN) + 1)));
        }
      }
    }
    String head = head(told);
    return head != null && !lines.isEmpty() && lines.get(0).equals(head)
        ? Optional.of(told)
        : Optional.empty();
  }

  /**
   * Remembers the walk that has just ended well; one that failed has to fail again.
   *
   * @throws IOException where the stamp cannot be written
   */
  public void put(List<Told> told) throws IOException {
    String head = head(told);
    if (head == null) {
      return;
    }
    StringBuilder text = new StringBuilder(head).append('\n');
    told.forEach(line -> text.append(inWords(line)).append('\n'));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String inWords(Told line) {
    return line.severity().id() + BETWEEN + line.text();
  }

  /** Covers the lines too, so that a stamp that was cut or edited counts for nothing. */
  private @Nullable String head(List<Told> told) {
    if (before == null) {
      return null;
    }
    List<String> parts = new ArrayList<>(List.of(before));
    told.forEach(line -> parts.add(inWords(line)));
    String hash = hash(parts, after);
    return hash == null ? null : FORMAT + hash;
  }

  /** Tells one build of this code from another where both have the same version: a snapshot. */
  private static String build() {
    CodeSource source = Stamp.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return "";
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    } catch (IOException | URISyntaxException | FileSystemNotFoundException e) {
      // Loaded from something that is no file.
      return "";
    }
  }

  private static @Nullable String hash(List<String> texts, List<Path> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach(text -> add(digest, text.getBytes(StandardCharsets.UTF_8)));
      for (Path each : files) {
        add(digest, each.toString().getBytes(StandardCharsets.UTF_8));
        if (Files.isRegularFile(each)) {
          try (var in = Files.newInputStream(each)) {
            add(digest, in.readNBytes(Inputs.MAX_BYTES + 1));
          }
        } else {
          digest.update(Files.exists(each) ? (byte) 'x' : (byte) '-');
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      return null;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** With its length, so that two texts are never taken for one. */
  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
