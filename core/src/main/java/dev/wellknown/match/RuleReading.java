package dev.wellknown.match;

import dev.wellknown.app.PatternKind;

/**
 * How Android makes a pattern of a text in a dynamic rule (DalComponentParser in
 * packages/StatementService, its first revision and the one in use).
 */
enum RuleReading {
  /** The reading in use. */
  CURRENT {
    @Override
    AndroidPattern pattern(String text) {
      int wildcards = (int) text.chars().filter(c -> c == '*' || c == '?').count();
      if (wildcards == 0) {
        return AndroidPattern.of(PatternKind.LITERAL, text);
      }
      if (wildcards == 1 && text.endsWith("*")) {
        return AndroidPattern.of(PatternKind.PREFIX, text.substring(0, text.length() - 1));
      }
      StringBuilder glob = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char unit = text.charAt(i);
        switch (unit) {
          case '*' -> glob.append(".*");
          case '?' -> glob.append('.');
          case '.', '\\' -> glob.append('\\').append(unit);
          default -> glob.append(unit);
        }
      }
      return AndroidPattern.of(PatternKind.SIMPLE_GLOB, glob.toString());
    }
  },

  /**
   * The first one: a dot is escaped even where nothing takes the backslash off again, so such a
   * rule never matches, and {@code ?*} becomes an advanced glob that gives nothing back.
   */
  FIRST_ANDROID_15 {
    @Override
    AndroidPattern pattern(String text) {
      boolean advanced = text.contains("?*");
      StringBuilder glob = new StringBuilder();
      int wildcards = 0;
      for (int i = 0; i < text.length(); i++) {
        char unit = text.charAt(i);
        if (unit == '*' && endsWithAnyCharacter(glob)) {
          glob.append('+');
        } else if (unit == '*' || unit == '?') {
          wildcards++;
          glob.append(unit == '*' ? ".*" : ".");
        } else if (unit == '.' || (advanced && "[]{}".indexOf(unit) >= 0)) {
          glob.append('\\').append(unit);
        } else {
          glob.append(unit);
        }
      }
      String pattern = glob.toString();
      if (wildcards == 0) {
        return AndroidPattern.of(PatternKind.LITERAL, pattern);
      }
      if (wildcards == 1 && pattern.endsWith(".*")) {
        return AndroidPattern.of(PatternKind.PREFIX, pattern.substring(0, pattern.length() - 2));
      }
      return AndroidPattern.of(
          advanced ? PatternKind.ADVANCED_GLOB : PatternKind.SIMPLE_GLOB, pattern);
    }
  };

  /**
   * The pattern of a text, which is not empty.
   *
   * @throws IllegalArgumentException if Android cannot take it
   */
  abstract AndroidPattern pattern(String text);

  private static boolean endsWithAnyCharacter(StringBuilder glob) {
    int last = glob.length() - 1;
    return last >= 0 && glob.charAt(last) == '.' && (last == 0 || glob.charAt(last - 1) != '\\');
  }
}
