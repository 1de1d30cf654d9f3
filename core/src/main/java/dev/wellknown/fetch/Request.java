package dev.wellknown.fetch;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files of one host that are asked for one after the other, over one connection if the server keeps
 * it.
 *
 * @param host a name or an address, IPv6 in brackets; odd ones become {@link Reason#HOST_REFUSED}
 * @param port 443 by custom
 * @param paths each with its query, if any, in the encoded form in which it is sent
 * @param mayBePrivate whether the host may have a private address: where a person named this host
 * @param userAgent instead of the fetcher's own, or null
 * @param plain whether it goes over HTTP without TLS: only where a person gave that very address
 */
public record Request(
    String host,
    int port,
    List<String> paths,
    boolean mayBePrivate,
    @Nullable String userAgent,
    boolean plain) {

  private static final Pattern AUTHORITY = Pattern.compile("[^\\s\\p{Cntrl}/?#@\\\\%\"<>^`{|}]+");
  private static final Pattern PATH = Pattern.compile("/[!-~&&[^#\"<>\\\\^`{|}]]*");
  private static final Pattern FIELD = Pattern.compile("[ -~]{1,1000}");

  /**
   * @throws IllegalArgumentException where there is no path, or a part could not stand in a URI
   */
  public Request {
    paths = List.copyOf(paths);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (!AUTHORITY.matcher(host).matches() || (!bracketed && host.indexOf(':') >= 0)) {
      throw new IllegalArgumentException("no host of a URI");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("no port");
    }
    if (paths.isEmpty() || !paths.stream().allMatch(each -> PATH.matcher(each).matches())) {
      throw new IllegalArgumentException("no path of a URI");
    }
    if (userAgent != null && !FIELD.matcher(userAgent).matches()) {
      throw new IllegalArgumentException("no user agent");
    }
  }

  /** Files that are asked for over TLS. */
  public Request(
      String host, int port, List<String> paths, boolean mayBePrivate, @Nullable String userAgent) {
    this(host, port, paths, mayBePrivate, userAgent, false);
  }

  /** Files of a host that may only have public addresses. */
  public static Request of(String host, String... paths) {
    return new Request(host, 443, List.of(paths), false, null);
  }

  /**
   * One file of a host that may only have public addresses.
   *
   * @throws IllegalArgumentException for other schemes than https, and URIs that name a user or no
   *     host
   */
  public static Request of(URI uri) {
    if (!"https".equalsIgnoreCase(uri.getScheme())
        || uri.getRawUserInfo() != null
        || uri.getHost() == null) {
      throw new IllegalArgumentException("not https, or no host, or a user");
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    int port = uri.getPort() == -1 ? 443 : uri.getPort();
    return new Request(uri.getHost(), port, List.of(path + query), false, null);
  }

  public Request withPort(int other) {
    return new Request(host, other, paths, mayBePrivate, userAgent, plain);
  }

  /** Allows the host to have a private address. */
  public Request allowingPrivate() {
    return new Request(host, port, paths, true, userAgent, plain);
  }

  /** Gives another name of the client than the fetcher's. */
  public Request as(String otherUserAgent) {
    return new Request(host, port, paths, mayBePrivate, otherUserAgent, plain);
  }

  /** Goes without TLS: only where a person gave that very address. */
  public Request inPlainHttp() {
    return new Request(host, port, paths, mayBePrivate, userAgent, true);
  }

  /** Host and port as they stand in URIs and in the header Host. */
  String authority() {
    return port == (plain ? 80 : 443) ? host : host + ":" + port;
  }

  URI uri(String path) {
    return URI.create((plain ? "http://" : "https://") + authority() + path);
  }
}
