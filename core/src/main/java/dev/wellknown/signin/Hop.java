package dev.wellknown.signin;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Masked;
import java.util.Locale;
import java.util.Optional;
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

  /** Scheme, host and path: what stands in front of the query, with small letters in the host. */
  static String target(String url) {
    String head = url.split("[?#]", 2)[0];
    int start = head.indexOf("://");
    int end = start < 0 ? -1 : head.indexOf('/', start + 3);
    String origin = end < 0 ? head : head.substring(0, end);
    return start < 0
        ? head
        : origin.toLowerCase(Locale.ROOT) + (end < 0 ? "/" : head.substring(end));
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
