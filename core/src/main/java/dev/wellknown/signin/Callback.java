package dev.wellknown.signin;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Masked;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What came back from a sign-in (RFC 6749 §4.1.2): a code, or the reason why there is none. Read
 * from the query; where that has neither, from the fragment too, for what came is to be explained.
 *
 * @param url as it came
 * @param place where it was told
 */
public record Callback(String url, Location place) {

  /** Blanks around it, as copying leaves them, and quotes are no part of the URL. */
  public Callback {
    url = url.strip().replaceFirst("^[\"'<]+", "").replaceFirst("[\"'>]+$", "");
  }

  private Parameters parameters() {
    return isInFragment() ? Parameters.ofUrl(url) : Parameters.ofQuery(url);
  }

  /** Whether the query has neither code nor error, so that response_type=code was not answered. */
  public boolean isInFragment() {
    Parameters query = Parameters.ofQuery(url);
    return !query.has("code") && !query.has("error");
  }

  /** Whether it carries a code. */
  public boolean hasCode() {
    return parameters().value("code").isPresent();
  }

  /** Whether it carries a state. */
  public boolean hasState() {
    return parameters().value("state").isPresent();
  }

  /** Whether something stands in it twice that may stand there once (RFC 6749 §3.1). */
  public boolean isAmbiguous() {
    return parameters().count("state") > 1 || parameters().count("code") > 1;
  }

  /** The error that the server gives instead of a code. */
  public Optional<String> error() {
    return parameters().value("error").map(Masked::text);
  }

  /** The server's own words about the error. */
  public Optional<String> errorDescription() {
    return parameters().value("error_description").map(Masked::text);
  }

  /** Whether its state is the one that was sent; takes the same time wherever they differ. */
  public boolean carries(String expected) {
    String state = parameters().value("state").orElse("");
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** What stands in front of the query, as it is written. */
  public String target() {
    return Masked.text(url.split("[?#]", 2)[0]);
  }

  /**
   * Whether it came to a redirect URI: the same address, with the redirect's own parameters (RFC
   * 6749 §3.1.2) and more. Letter for letter, but for what addresses have in several spellings (RFC
   * 3986 §6.2.2, §6.2.3), and for the port of a loopback address (RFC 8252 §7.3).
   */
  public boolean isAt(String redirect) {
    return Hop.target(redirect).equals(Hop.target(url))
        && Parameters.ofQuery(redirect).isPartOf(Parameters.ofQuery(url));
  }

  /** The URL with its secrets masked. */
  public String shown() {
    return Masked.url(url);
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "Callback[" + shown() + "]";
  }
}
