package dev.wellknown.match;

import java.util.List;

/**
 * {@code pathAdvancedPattern}, as PatternMatcher#matchAdvancedPattern has it: every token takes as
 * many characters as it can and never gives one back.
 */
final class AdvancedGlob {

  /**
   * A token with its modifier.
   *
   * @param inverse whether it takes what is in none of the ranges
   * @param ranges pairs of first and last character
   */
  record Token(boolean inverse, char[] ranges, int min, int max) {

    boolean takes(char unit) {
      for (int i = 0; i < ranges.length; i += 2) {
        if (unit >= ranges[i] && unit <= ranges[i + 1]) {
          return !inverse;
        }
      }
      return inverse;
    }
  }

  private final List<Token> tokens;

  private AdvancedGlob(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException where Android refuses the whole package because of it; the
   *     message says why
   */
  static AdvancedGlob of(String pattern) {
    return new AdvancedGlob(new AdvancedGlobParser(pattern).tokens());
  }

  boolean matches(String text) {
    int at = 0;
    for (Token token : tokens) {
      int taken = 0;
      while (taken < token.max() && at < text.length() && token.takes(text.charAt(at))) {
        taken++;
        at++;
      }
      if (taken < token.min()) {
        return false;
      }
    }
    return at == text.length();
  }
}
