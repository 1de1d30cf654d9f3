package dev.wellknown.match;

import dev.wellknown.app.PatternKind;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as Android's PatternMatcher reads it, compiled. Matching takes a time that grows with
 * the text, never with its square: nothing is tried twice.
 */
sealed interface AndroidPattern {

  /** Whether the whole text matches; an absent part of a URL never does. */
  boolean matches(@Nullable String text);

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException if Android refuses the pattern; only advanced globs can be
   *     refused
   */
  static AndroidPattern of(PatternKind kind, String pattern) {
    return switch (kind) {
      case LITERAL -> new Literal(pattern);
      case PREFIX -> new Prefix(pattern);
      case SUFFIX -> new Suffix(pattern);
      case SIMPLE_GLOB -> new Simple(SimpleGlob.of(pattern));
      case ADVANCED_GLOB -> new Advanced(AdvancedGlob.of(pattern));
    };
  }

  /** The whole text. */
  record Literal(String pattern) implements AndroidPattern {
    @Override
    public boolean matches(@Nullable String text) {
      return pattern.equals(text);
    }
  }

  /** Its beginning, with no regard for slashes. */
  record Prefix(String pattern) implements AndroidPattern {
    @Override
    public boolean matches(@Nullable String text) {
      return text != null && text.startsWith(pattern);
    }
  }

  /** Its end. */
  record Suffix(String pattern) implements AndroidPattern {
    @Override
    public boolean matches(@Nullable String text) {
      return text != null && text.endsWith(pattern);
    }
  }

  /** A simple glob. */
  record Simple(SimpleGlob glob) implements AndroidPattern {
    @Override
    public boolean matches(@Nullable String text) {
      return text != null && glob.matches(text);
    }
  }

  /** An advanced glob. */
  record Advanced(AdvancedGlob glob) implements AndroidPattern {
    @Override
    public boolean matches(@Nullable String text) {
      return text != null && glob.matches(text);
    }
  }
}
