package dev.wellknown.registration;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 fingerprint of a signing certificate, as Android's file wants it.
 *
 * @param value 32 bytes in upper-case hex, joined by colons
 */
public record Fingerprint(String value) {

  private static final Pattern CANONICAL = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");
  private static final Pattern PREFIX = Pattern.compile("(?i)^\\s*SHA-?256\\s*[:=]\\s*");
  private static final Pattern HEX_64 = Pattern.compile("[0-9A-F]{64}");

  /**
   * @throws IllegalArgumentException where the text is not in its canonical form; {@link #of} takes
   *     more forms
   */
  public Fingerprint {
    if (!CANONICAL.matcher(value).matches()) {
      throw new IllegalArgumentException("no SHA-256 fingerprint");
    }
  }

  /**
   * Reads a fingerprint as tools print it: with or without colons and blanks, in any case, with a
   * {@code SHA256:} in front.
   *
   * @throws IllegalArgumentException where the text is no such fingerprint
   */
  public static Fingerprint of(String text) {
    String hex =
        PREFIX.matcher(text).replaceFirst("").replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
    if (!HEX_64.matcher(hex).matches()) {
      throw new IllegalArgumentException("no SHA-256 fingerprint");
    }
    return new Fingerprint(hex.replaceAll("(..)(?!$)", "$1:"));
  }

  @Override
  public String toString() {
    return value;
  }
}
