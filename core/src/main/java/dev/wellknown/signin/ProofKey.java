package dev.wellknown.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A proof key for code exchange (RFC 7636): who began the sign-in proves it when the code becomes a
 * token.
 *
 * @param verifier the secret, 43 to 128 characters
 * @param method {@code S256} or {@code plain}
 */
public record ProofKey(String verifier, String method) {

  /** The method that hides the verifier. */
  public static final String S256 = "S256";

  /** The method that sends the verifier itself. */
  public static final String PLAIN = "plain";

  public ProofKey {
    if (!verifier.matches("[A-Za-z0-9._~-]{43,128}")) {
      throw new IllegalArgumentException("a verifier has 43 to 128 unreserved characters");
    }
    if (!method.equals(S256) && !method.equals(PLAIN)) {
      throw new IllegalArgumentException("no method of RFC 7636");
    }
  }

  /** What is sent with the request (RFC 7636 §4.2). */
  public String challenge() {
    if (method.equals(PLAIN)) {
      return verifier;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Without the verifier. */
  @Override
  public String toString() {
    return "ProofKey[" + method + "]";
  }
}
