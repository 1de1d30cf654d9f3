package dev.wellknown.serve;

import dev.wellknown.association.Kind;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a web root, by the paths of requests. Nothing outside of the root is found, whether
 * by {@code ..}, in whatever disguise, or through a link; nor anything hidden, but for the two
 * files' own directory.
 *
 * @param root without links
 */
record WebFiles(Path root) {

  /** For both association files; Apple's has no extension to tell it from. */
  private static final String JSON = "application/json";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("htm", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", JSON),
          Map.entry("map", JSON),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("xml", "application/xml"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"));

  /**
   * The file for a path.
   *
   * @param rawPath as it stands in the request, from {@code /} on
   * @throws IOException where a file is there and cannot be looked at
   */
  Optional<Path> find(String rawPath) throws IOException {
    if (!rawPath.startsWith("/")) {
      return Optional.empty();
    }
    String[] segments = rawPath.substring(1).split("/", -1);
    Path file = root;
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      Optional<String> name =
          last && segments[i].isEmpty() ? Optional.of("index.html") : decoded(segments[i]);
      if (name.isEmpty() || !isServed(name.get(), i == 0 && !last)) {
        return Optional.empty();
      }
      try {
        file = file.resolve(name.get());
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }
    // What is no file is not followed to where it leads.
    return Files.isRegularFile(file) && file.toRealPath().startsWith(root)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** Whether one of the two files is there and may be served. */
  boolean serves(Kind kind) {
    try {
      return find("/" + kind.path()).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isServed(String name, boolean atTop) {
    return !name.isEmpty()
        && (!name.startsWith(".") || (atTop && name.equals(Kind.DIRECTORY)))
        // Separators, and what Windows takes for a drive or a stream.
        && name.chars().noneMatch(each -> each == '/' || each == '\\' || each == ':' || each == 0);
  }

  /** A segment without percent-encoding; empty where it is not UTF-8, or not well encoded. */
  private static Optional<String> decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return Optional.of(segment);
    }
    byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != '%') {
        bytes.put(raw[i]);
      } else {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.put((byte) (high << 4 | low));
        i += 2;
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The content type of a file that was found. */
  String type(Path file) {
    String name = root.relativize(file).toString().replace(File.separatorChar, '/');
    for (Kind kind : Kind.values()) {
      if (name.equals(kind.path()) || name.equals(kind.fileName())) {
        return JSON;
      }
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }
}
