package dev.wellknown.association;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a link, in Apple's language, as Android 15's dynamic rules can say it. Android has
 * the same wildcards, but it compares decoded text, a {@code *} stops at the first copy of the
 * character behind it, and in a text with wildcards a dot stands for any character (Android's
 * PatternMatcher, simple glob, and its translation of the rules).
 *
 * @param text the pattern to write
 * @param narrower whether Android's matches less somewhere
 * @param wider whether Android's matches more somewhere
 */
record AndroidPattern(String text, boolean narrower, boolean wider) {

  /** The pattern for a text; empty where Android cannot say anything near it. */
  static Optional<AndroidPattern> of(String pattern) {
    String text = pattern.replaceAll("\\*{2,}", "*");
    if (text.contains("*?") || text.contains("\\") || text.isEmpty()) {
      // Behind a star, Android takes the translated ? for a plain dot; backslashes escape.
      return Optional.empty();
    }
    int star = text.indexOf('*');
    boolean innerStar = star >= 0 && star < text.length() - 1;
    boolean glob = innerStar || text.contains("?");
    // The dot behind a star is where the star stops, and that is a real dot.
    boolean loneDot = text.replace("*.", "*").contains(".");
    return Optional.of(new AndroidPattern(text, innerStar, glob && loneDot));
  }

  /**
   * A pattern with its percent-escapes decoded, as Android compares it; empty where decoding would
   * change its meaning.
   *
   * @param special characters that must not come out of an escape
   */
  static Optional<String> decoded(String pattern, String special) {
    if (!pattern.contains("%")) {
      return Optional.of(pattern);
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      if (pattern.charAt(at) != '%') {
        text.append(pattern.charAt(at++));
        continue;
      }
      int end = at;
      while (end + 2 < pattern.length() && pattern.charAt(end) == '%') {
        end += 3;
      }
      String run = decodeRun(pattern.substring(at, Math.min(end, pattern.length())));
      if (run == null || run.chars().anyMatch(c -> special.indexOf(c) >= 0 || c < ' ')) {
        return Optional.empty();
      }
      text.append(run);
      at = end;
    }
    return Optional.of(text.toString());
  }

  /** Decodes {@code %XX%YY…}; null where it is not hex, or not UTF-8. */
  private static @Nullable String decodeRun(String run) {
    if (run.isEmpty() || !run.matches("(%[0-9A-Fa-f]{2})+")) {
      return null;
    }
    byte[] bytes = new byte[run.length() / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(run.substring(i * 3 + 1, i * 3 + 3), 16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
