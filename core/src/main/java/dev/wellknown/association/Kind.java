package dev.wellknown.association;

import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import java.util.Locale;
import java.util.Set;

/** The two association files. One place for name, address and media type. */
public enum Kind {
  /** Android: Digital Asset Links. */
  ASSETLINKS(Platform.ANDROID, "assetlinks.json", "assetlinks"),
  /** Apple; the name has no extension. */
  AASA(Platform.APPLE, "apple-app-site-association", "apple-app-site-association");

  /** The directory at the root of a host in which both files are served (RFC 8615). */
  public static final String DIRECTORY = ".well-known";

  private final Platform platform;
  private final String fileName;
  private final String schema;

  Kind(Platform platform, String fileName, String schema) {
    this.platform = platform;
    this.fileName = fileName;
    this.schema = schema;
  }

  /** The name used in options and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The platform that reads it. */
  public Platform platform() {
    return platform;
  }

  /** All readers of this kind of file. */
  public Set<Reader> readers() {
    return Reader.of(platform);
  }

  /** The file's name. */
  public String fileName() {
    return fileName;
  }

  /** The file's path below the root of a host or of a web root, with {@code /}. */
  public String path() {
    return DIRECTORY + "/" + fileName;
  }

  /** The name of its JSON Schema. */
  public String schema() {
    return schema;
  }
}
