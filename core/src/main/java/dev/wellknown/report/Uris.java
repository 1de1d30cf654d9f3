package dev.wellknown.report;

import dev.wellknown.finding.Location;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Writes places as URI references (RFC 3986), with everything that may not stand there encoded. */
final class Uris {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String IN_PATH = UNRESERVED + "/!$&'()*+,;=@";
  private static final String IN_URL = IN_PATH + ":?#[]%";

  private Uris() {}

  /** Whether a finding stands on a host rather than in a file. */
  static boolean isLive(Location location) {
    return location.uri().startsWith("https://") || location.uri().startsWith("http://");
  }

  /**
   * The place of a location.
   *
   * @param name from a path as given to one that is relative to the working directory
   */
  static String of(Location location, UnaryOperator<String> name) {
    if (isLive(location)) {
      return encode(location.uri(), IN_URL);
    }
    String path = encode(name.apply(location.uri()), IN_PATH);
    if (path.startsWith("//")) {
      return "file:" + path;
    }
    // An absolute path on Windows begins with its drive, whose colon was encoded.
    boolean drive = path.matches("[A-Za-z]%3A/.*");
    return path.startsWith("/") ? "file://" + path : drive ? "file:///" + path : path;
  }

  private static String encode(String text, String allowed) {
    StringBuilder out = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      if (allowed.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
