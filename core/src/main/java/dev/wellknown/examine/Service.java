package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Reader;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A platform's own service that fetches a file of a host and answers phones from its copy. */
public enum Service {
  /** Apple's CDN, which devices ask from iOS 14 and macOS 11 on. The address is observed. */
  APPLE_CDN(
      Reader.APPLE_CDN,
      Kind.AASA,
      "https://app-site-association.cdn-apple.com/a/v1/",
      "",
      "Apple's CDN"),
  /** Google's Digital Asset Links API (https://developers.google.com/digital-asset-links). */
  GOOGLE_API(
      Reader.GOOGLE_API,
      Kind.ASSETLINKS,
      "https://digitalassetlinks.googleapis.com/v1/statements:list?source.web.site=https://",
      "&returnRelationExtensions=true",
      "Google's service");

  private final Reader reader;
  private final Kind kind;
  private final String before;
  private final String behind;
  private final String words;

  Service(Reader reader, Kind kind, String before, String behind, String words) {
    this.reader = reader;
    this.kind = kind;
    this.before = before;
    this.behind = behind;
    this.words = words;
  }

  /** The name used in options: that of the reader that it answers. */
  public String id() {
    return reader.id();
  }

  /** The service of that name. */
  public static Optional<Service> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** The names of all. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Service::id).toList();
  }

  /** Which file it keeps. */
  public Kind kind() {
    return kind;
  }

  /** Who reads that copy. */
  Reader reader() {
    return reader;
  }

  /** How it is called in sentences. */
  String words() {
    return words;
  }

  /**
   * Where its copy of a host's file is.
   *
   * @param host a host name in its ASCII form
   */
  public URI copyOf(String host) {
    String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return URI.create(before + plain + behind);
  }
}
