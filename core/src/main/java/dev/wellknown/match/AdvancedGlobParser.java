package dev.wellknown.match;

import dev.wellknown.match.AdvancedGlob.Token;
import java.util.ArrayList;
import java.util.List;

/** Reads an advanced glob, and refuses what PatternMatcher#parseAndVerifyAdvancedPattern does. */
final class AdvancedGlobParser {

  /** Android keeps a compiled pattern in as many numbers. */
  private static final int LARGEST = 2048;

  private final String pattern;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int size;

  /** Whether the last token may still get a modifier. */
  private boolean open;

  AdvancedGlobParser(String pattern) {
    this.pattern = pattern;
  }

  List<Token> tokens() {
    while (at < pattern.length()) {
      char unit = pattern.charAt(at++);
      switch (unit) {
        case '[' -> set();
        case '{' -> range();
        case '*' -> modify(0, Integer.MAX_VALUE, 1);
        case '+' -> modify(1, Integer.MAX_VALUE, 1);
        case '.' -> add(true, new char[0], 1);
        case '\\' -> add(false, pair(escaped()), 1);
        case '}' -> {
          // One that closes nothing vanishes.
        }
        default -> add(false, pair(unit), 1);
      }
    }
    return tokens;
  }

  private static char[] pair(char unit) {
    return new char[] {unit, unit};
  }

  private void add(boolean inverse, char[] ranges, int cost) {
    grow(cost);
    tokens.add(new Token(inverse, ranges, 1, 1));
    open = true;
  }

  private void grow(int cost) {
    if (size > LARGEST - 3) {
      throw new IllegalArgumentException("the pattern is too long");
    }
    size += cost;
  }

  private char escaped() {
    if (at == pattern.length()) {
      throw new IllegalArgumentException("a backslash stands at its end");
    }
    return pattern.charAt(at++);
  }

  private void set() {
    boolean inverse = at < pattern.length() && pattern.charAt(at) == '^';
    if (inverse) {
      at++;
    }
    StringBuilder ranges = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      char first = member();
      boolean range =
          at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
      if (range) {
        at++;
      }
      ranges.append(first).append(range ? member() : first);
      grow(2);
    }
    if (at == pattern.length()) {
      throw new IllegalArgumentException("a set [ has no ] at its end");
    }
    at++;
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("a set has nothing in it");
    }
    add(inverse, ranges.toString().toCharArray(), 2);
  }

  private char member() {
    char unit = pattern.charAt(at++);
    return unit == '\\' ? escaped() : unit;
  }

  private void range() {
    int end = pattern.indexOf('}', at);
    if (end < 0) {
      throw new IllegalArgumentException("a count { has no } at its end");
    }
    String text = pattern.substring(at, end);
    int comma = text.indexOf(',');
    int min;
    int max;
    try {
      min = Integer.parseInt(comma < 0 ? text : text.substring(0, comma));
      max =
          comma < 0
              ? min
              : comma == text.length() - 1
                  ? Integer.MAX_VALUE
                  : Integer.parseInt(text.substring(comma + 1));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a count is no number: {" + text + "}", e);
    }
    if (min > max) {
      throw new IllegalArgumentException("a count ends below its beginning: {" + text + "}");
    }
    at = end + 1;
    modify(min, max, 4);
  }

  private void modify(int min, int max, int cost) {
    if (!open) {
      throw new IllegalArgumentException("a *, + or { has nothing in front of it to repeat");
    }
    grow(cost);
    Token last = tokens.remove(tokens.size() - 1);
    tokens.add(new Token(last.inverse(), last.ranges(), min, max));
    open = false;
  }
}
