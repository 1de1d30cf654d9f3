package dev.wellknown.match;

import java.util.List;
import java.util.Optional;

/**
 * A pattern of a rule, ready to be laid on a part of a URL: the whole part must fit. The time is
 * linear in the length of the part.
 *
 * @see AppleText on how parts are given
 */
sealed interface ApplePattern
    permits ApplePattern.Anything, ApplePattern.Never, AppleGlob, AppleExpansion {

  /** Whether the part of a text fits. */
  boolean matches(String text, int from, int to, int end);

  /** What every text that fits begins with, as far as it is plain to see. */
  default AppleBeginning beginning() {
    return AppleBeginning.NONE;
  }

  /** Whether the whole of a text fits. */
  default boolean matches(String text) {
    return matches(text, 0, text.length(), text.length());
  }

  /** Reads a pattern. */
  static ApplePattern of(String pattern, boolean fold, AppleVariables variables) {
    if (pattern.equals("*")) {
      return new Anything();
    }
    ApplePatternReader reader = new ApplePatternReader(pattern, fold, variables);
    List<AppleToken> tokens = reader.tokens();
    Optional<String> trouble = reader.trouble();
    if (trouble.isPresent()) {
      return new Never(trouble.get());
    }
    return tokens.stream().anyMatch(AppleToken.Choice.class::isInstance)
        ? AppleExpansion.of(tokens, fold)
        : AppleGlob.of(tokens, fold);
  }

  /** Fits everything. */
  record Anything() implements ApplePattern {
    @Override
    public boolean matches(String text, int from, int to, int end) {
      return true;
    }
  }

  /**
   * Fits nothing.
   *
   * @param why in words: "…, so it matches nothing"
   */
  record Never(String why) implements ApplePattern {
    @Override
    public boolean matches(String text, int from, int to, int end) {
      return false;
    }
  }
}
