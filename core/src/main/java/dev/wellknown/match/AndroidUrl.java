package dev.wellknown.match;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL as {@code android.net.Uri} takes it apart: no case is folded and no path is tidied up.
 * Browsers hand over scheme and host in small letters.
 *
 * @param scheme as written; empty where there is none
 * @param host decoded, without user info; null where there is none
 * @param port as written; -1 where none is
 * @param path decoded as UTF-8, where {@code %2F} becomes a slash and {@code +} stays; empty where
 *     the URL ends with the host
 * @param query the parameters of the decoded query; null where there is no question mark
 * @param fragment decoded; null where there is no hash
 */
public record AndroidUrl(
    String scheme,
    @Nullable String host,
    int port,
    String path,
    @Nullable List<String> query,
    @Nullable String fragment) {

  public AndroidUrl {
    query = query == null ? null : List.copyOf(query);
  }

  /** Takes a URL apart. Nothing is refused: what is absent is absent. */
  public static AndroidUrl of(String url) {
    String text = url;
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? null : decode(text.substring(hash + 1));
    text = hash < 0 ? text : text.substring(0, hash);
    int question = text.indexOf('?');
    List<String> query = question < 0 ? null : parameters(decode(text.substring(question + 1)));
    text = question < 0 ? text : text.substring(0, question);
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon);
    text = text.substring(colon + 1);
    if (!text.startsWith("//")) {
      return new AndroidUrl(scheme, null, -1, decode(text), query, fragment);
    }
    int end = 2;
    while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '\\') {
      end++;
    }
    String authority = text.substring(text.lastIndexOf('@', end - 1) + 1, end);
    authority = authority.startsWith("//") ? authority.substring(2) : authority;
    int portAt = authority.lastIndexOf(':');
    boolean hasPort = portAt >= 0 && portAt > authority.lastIndexOf(']');
    int port = hasPort ? port(authority.substring(portAt + 1)) : -1;
    String host = port >= 0 ? authority.substring(0, portAt) : authority;
    return new AndroidUrl(scheme, decode(host), port, decode(text.substring(end)), query, fragment);
  }

  private static int port(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
  }

  /**
   * Android decodes first and splits then, so an encoded ampersand splits a value
   * (UriRelativeFilterGroup). A semicolon splits only where there is no ampersand.
   */
  private static List<String> parameters(String query) {
    return List.of(query.split(query.indexOf('&') >= 0 ? "&" : ";", -1));
  }

  /** Bytes that are not UTF-8 become U+FFFD, as {@code Uri.decode} has it. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        decoded.append(text.charAt(at++));
        continue;
      }
      bytes.reset();
      while (at < text.length() && text.charAt(at) == '%') {
        int high = digit(text, at + 1);
        int low = digit(text, at + 2);
        bytes.write(high < 0 || low < 0 ? 0xFF : high * 16 + low);
        // A broken escape loses what belongs to it and no more.
        at += high < 0 ? 1 : low < 0 ? 2 : 3;
      }
      decoded.append(bytes.toString(StandardCharsets.UTF_8));
    }
    return decoded.toString();
  }

  private static int digit(String text, int at) {
    char unit = at < text.length() ? text.charAt(at) : 0;
    return unit < 0x80 ? Character.digit(unit, 16) : -1;
  }
}
