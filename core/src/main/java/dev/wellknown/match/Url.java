package dev.wellknown.match;

import org.jspecify.annotations.Nullable;

/**
 * A URL cut into its parts as RFC 3986, appendix B, cuts it, and nothing more: every part is the
 * text as it was written, neither decoded nor resolved nor refused.
 *
 * @param scheme in front of the first colon; null where there is none
 * @param userInfo in front of the last {@code @} of the authority; null where there is none
 * @param host with its brackets where it is an IPv6 literal; null where there is no authority
 * @param port behind the host's colon, possibly empty; null where there is no colon
 * @param path empty, or whatever stands behind the authority
 * @param query behind the first question mark, possibly empty; null where there is none
 * @param fragment behind the first number sign, possibly empty; null where there is none
 */
public record Url(
    @Nullable String scheme,
    @Nullable String userInfo,
    @Nullable String host,
    @Nullable String port,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  /** Cuts a text; every text can be cut. */
  public static Url parse(String text) {
    int schemeEnd = schemeEnd(text);
    int authority = authorityStart(text, schemeEnd);
    int path = pathStart(text, authority, schemeEnd);
    int query = pathEnd(text, path);
    int fragment = queryEnd(text, query);
    String scheme = schemeEnd < 0 ? null : text.substring(0, schemeEnd);
    String userInfo = null;
    String host = null;
    String port = null;
    if (authority >= 0) {
      int start = hostStart(text, authority, path);
      int colon = hostEnd(text, start, path);
      userInfo = start == authority ? null : text.substring(authority, start - 1);
      host = text.substring(start, colon);
      port = colon == path ? null : text.substring(colon + 1, path);
    }
    return new Url(
        scheme,
        userInfo,
        host,
        port,
        text.substring(path, query),
        query == fragment ? null : text.substring(query + 1, fragment),
        fragment == text.length() ? null : text.substring(fragment + 1));
  }

  /** Where the colon behind the scheme stands; -1 where there is no scheme. */
  static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == ':') {
        return i == 0 ? -1 : i;
      }
      if (unit == '/' || unit == '?' || unit == '#') {
        return -1;
      }
    }
    return -1;
  }

  /** Where the authority begins, behind its two slashes; -1 where there is none. */
  static int authorityStart(String text, int schemeEnd) {
    return text.startsWith("//", schemeEnd + 1) ? schemeEnd + 3 : -1;
  }

  /** Where the path begins. */
  static int pathStart(String text, int authority, int schemeEnd) {
    if (authority < 0) {
      return schemeEnd + 1;
    }
    int i = authority;
    while (i < text.length() && !endsAuthority(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean endsAuthority(char unit) {
    return unit == '/' || unit == '?' || unit == '#';
  }

  /** Where the host begins: behind the user info. */
  static int hostStart(String text, int authority, int path) {
    int at = text.lastIndexOf('@', path - 1);
    return at < authority ? authority : at + 1;
  }

  /** Where the colon in front of the port stands, or the end of the authority. */
  static int hostEnd(String text, int start, int path) {
    int colon = text.lastIndexOf(':', path - 1);
    return colon < start || text.lastIndexOf(']', path - 1) > colon ? path : colon;
  }

  /** Where the path ends: at the query's question mark, the fragment's sign, or the end. */
  static int pathEnd(String text, int path) {
    int i = path;
    while (i < text.length() && text.charAt(i) != '?' && text.charAt(i) != '#') {
      i++;
    }
    return i;
  }

  /** Where the query ends, for a path that ended there: at the fragment's sign, or the end. */
  static int queryEnd(String text, int pathEnd) {
    int sign = text.indexOf('#', pathEnd);
    return sign < 0 ? text.length() : sign;
  }
}
