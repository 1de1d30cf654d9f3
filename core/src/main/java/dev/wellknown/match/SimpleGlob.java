package dev.wellknown.match;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code pathPattern}, as PatternMatcher#matchGlobPattern has it: one pass, and what has been
 * swallowed is never given back. A dot with a star runs to the first copy of the character behind
 * it, any other character with a star takes as many copies as there are, a dot without a star is
 * any character even where a backslash stands before it.
 */
final class SimpleGlob {

  private enum Kind {
    /** This character. */
    ONE,
    /** Any character. */
    ANY,
    /** As many copies of this character as there are. */
    RUN,
    /** Everything up to and with the first copy of this character. */
    STOP,
    /** Everything that is left. */
    REST
  }

  private record Step(Kind kind, char unit) {}

  private final List<Step> steps;

  private SimpleGlob(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  static SimpleGlob of(String pattern) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      char unit = pattern.charAt(at++);
      boolean escaped = unit == '\\';
      if (escaped) {
        unit = unit(pattern, at++);
      }
      if (unit(pattern, at) != '*') {
        steps.add(new Step(unit == '.' ? Kind.ANY : Kind.ONE, unit));
        continue;
      }
      at++;
      if (escaped || unit != '.') {
        steps.add(new Step(Kind.RUN, unit));
      } else if (at == pattern.length()) {
        steps.add(new Step(Kind.REST, unit));
      } else {
        if (pattern.charAt(at) == '\\') {
          at++;
        }
        steps.add(new Step(Kind.STOP, unit(pattern, at++)));
      }
    }
    return new SimpleGlob(steps);
  }

  /** Behind the end Android sees the character 0. */
  private static char unit(String pattern, int at) {
    return at < pattern.length() ? pattern.charAt(at) : 0;
  }

  boolean matches(String text) {
    int at = 0;
    int done = 0;
    while (done < steps.size() && at < text.length()) {
      Step step = steps.get(done++);
      switch (step.kind()) {
        case REST -> {
          return true;
        }
        case RUN -> {
          while (at < text.length() && text.charAt(at) == step.unit()) {
            at++;
          }
        }
        case STOP -> {
          at = text.indexOf(step.unit(), at) + 1;
          if (at == 0) {
            return false;
          }
        }
        case ANY -> at++;
        case ONE -> {
          if (text.charAt(at++) != step.unit()) {
            return false;
          }
        }
      }
    }
    // The text may end before a last ".*", and before nothing else.
    return at == text.length()
        && (done == steps.size()
            || (done == steps.size() - 1 && steps.get(done).kind() == Kind.REST));
  }
}
