package dev.wellknown.signin;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Masked;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a trace: what was asked, and what came.
 *
 * @param url as it was asked for, secrets and all; {@link #shown} masks them
 * @param status null where the trace does not say
 * @param location where the answer led to; null where nowhere
 * @param form the body of the request where it is a form; empty where there was none
 * @param headerBytes the size of the request's header; null where the trace does not say
 * @param body the answer's text, where the trace has it; else empty
 * @param place where it stands in the trace
 */
public record Hop(
    String url,
    @Nullable Integer status,
    @Nullable String location,
    String form,
    @Nullable Integer headerBytes,
    String body,
    Location place) {

  /** The URL with its secrets masked. */
  public String shown() {
    return Masked.url(url);
  }

  /** The host in small letters; empty where the URL has none. */
  public String host() {
    return hostOf(url);
  }

  static String hostOf(String url) {
    int start = url.indexOf("://");
    if (start < 0) {
      return "";
    }
    String authority = url.substring(start + 3).split("[/?#]", 2)[0];
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }

  private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/]*?)(:[0-9]*)?(/.*)?");

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  /**
   * What stands in front of the query, spelt so that it can be compared. For web addresses: small
   * letters in the host, no default port, a slash for no path (RFC 3986 §6.2.2, §6.2.3), and no
   * port on loopback, where a program takes the one that is free (RFC 8252 §7.3). Others stay as
   * they are.
   */
  static String target(String url) {
    String head = url.split("[?#]", 2)[0];
    Matcher web = WEB.matcher(head);
    if (!web.matches()) {
      return head;
    }
    String scheme = web.group(1).toLowerCase(Locale.ROOT);
    String host = web.group(2).toLowerCase(Locale.ROOT);
    String port = web.group(3) == null ? "" : web.group(3);
    boolean free = scheme.equals("http") && LOOPBACK.contains(host);
    boolean usual = port.equals(":") || port.equals(scheme.equals("https") ? ":443" : ":80");
    return scheme
        + "://"
        + host
        + (free || usual ? "" : port)
        + (web.group(4) == null ? "/" : web.group(4));
  }

  /** A parameter of the request, from its query or its form, decoded. */
  public Optional<String> parameter(String name) {
    return Parameters.ofUrl(url).value(name).or(() -> Parameters.of(form).value(name));
  }

  /** The same, as it is written. */
  public Optional<String> written(String name) {
    return Parameters.ofUrl(url).raw(name).or(() -> Parameters.of(form).raw(name));
  }

  /** Whether it asks a server to let somebody sign in (RFC 6749 §4.1.1). */
  public boolean isAuthorization() {
    Parameters query = Parameters.ofUrl(url);
    return query.has("response_type") || (query.has("client_id") && query.has("redirect_uri"));
  }

  /** Whether it asks for a token (RFC 6749 §4.1.3, §6). */
  public boolean isTokenRequest() {
    return parameter("grant_type").isPresent();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "Hop[" + shown() + ", " + status + "]";
  }
}
