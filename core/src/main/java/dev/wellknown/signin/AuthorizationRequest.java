package dev.wellknown.signin;

import dev.wellknown.finding.Masked;
import dev.wellknown.finding.Percent;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The request with which a sign-in begins (RFC 6749 §4.1.1), with values that are used once.
 *
 * @param authorizeUri where it goes; a query in it is kept (RFC 6749 §3.1)
 * @param redirectUri where the answer is to go
 * @param state ties the answer to this request (RFC 6749 §10.12)
 * @param proofKey empty where none is to be sent
 * @param nonce ties an ID token to this request; empty unless {@code openid} is asked for
 */
public record AuthorizationRequest(
    String authorizeUri,
    String clientId,
    String redirectUri,
    List<String> scopes,
    String state,
    Optional<ProofKey> proofKey,
    Optional<String> nonce) {

  /** 256 bits, so that nobody guesses; 43 characters in base64url. */
  private static final int RANDOM_BYTES = 32;

  private static final RandomGenerator RANDOM = new SecureRandom();

  /**
   * @throws IllegalArgumentException where the address is not https (http on loopback passes, for
   *     tests), names a user, or has a fragment
   */
  public AuthorizationRequest {
    scopes = List.copyOf(scopes);
    URI uri = URI.create(authorizeUri);
    boolean local = "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost());
    if (!"https".equalsIgnoreCase(uri.getScheme()) && !local) {
      throw new IllegalArgumentException("is not https");
    }
    if (uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("has a fragment or names a user");
    }
  }

  /**
   * A request with a fresh state, and a fresh proof key and nonce where they are wanted.
   *
   * @param method {@code S256} or {@code plain}; empty for no proof key
   */
  public static AuthorizationRequest fresh(
      String authorizeUri,
      String clientId,
      String redirectUri,
      List<String> scopes,
      Optional<String> method) {
    return new AuthorizationRequest(
        authorizeUri,
        clientId,
        redirectUri,
        scopes,
        random(),
        method.map(each -> new ProofKey(random(), each)),
        scopes.contains("openid") ? Optional.of(random()) : Optional.empty());
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The address to open, with every value percent-encoded (RFC 3986 §2.3). */
  public String url() {
    StringBuilder url = new StringBuilder(authorizeUri);
    int question = authorizeUri.indexOf('?');
    boolean open = question >= 0 && (authorizeUri.endsWith("?") || authorizeUri.endsWith("&"));
    url.append(open ? "" : question < 0 ? "?" : "&").append("response_type=code");
    add(url, "client_id", clientId);
    add(url, "redirect_uri", redirectUri);
    if (!scopes.isEmpty()) {
      add(url, "scope", String.join(" ", scopes));
    }
    add(url, "state", state);
    proofKey.ifPresent(
        key -> {
          add(url, "code_challenge", key.challenge());
          add(url, "code_challenge_method", key.method());
        });
    nonce.ifPresent(value -> add(url, "nonce", value));
    return url.toString();
  }

  private static void add(StringBuilder url, String name, String value) {
    url.append('&').append(name).append('=').append(Percent.encode(value));
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return "AuthorizationRequest[" + Masked.url(url()) + "]";
  }
}
