package dev.wellknown.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of a pattern, as Apple's systems read it. */
sealed interface AppleToken {

  /** Any one character. */
  int ONE = -1;

  int ALPHA = -2;
  int UPPER = -3;
  int LOWER = -4;
  int ALNUM = -5;
  int DIGIT = -6;
  int XDIGIT = -7;

  /**
   * One character.
   *
   * @param code a code point, {@link #ONE}, or one of the classes
   */
  record Character(int code) implements AppleToken {}

  /** Any number of any characters, also none. */
  record Star() implements AppleToken {}

  /**
   * One of the values of a variable.
   *
   * @param words the values that are plain texts and not very long
   * @param patterns all other values
   * @param least the length of the shortest value, in characters
   * @param most the length of the longest value; {@link Integer#MAX_VALUE} where there is no limit
   */
  record Choice(AppleWords words, List<List<AppleToken>> patterns, int least, int most)
      implements AppleToken {

    /** The tree of words is as deep as its longest word. */
    private static final int LONGEST_WORD = 64;

    static Choice of(List<List<AppleToken>> values) {
      List<int[]> words = new ArrayList<>();
      List<List<AppleToken>> patterns = new ArrayList<>();
      for (List<AppleToken> value : values) {
        int[] codes =
            value.stream()
                .mapToInt(token -> token instanceof AppleToken.Character one ? one.code() : ONE)
                .toArray();
        boolean isWord =
            codes.length <= LONGEST_WORD && Arrays.stream(codes).allMatch(code -> code >= 0);
        if (isWord) {
          words.add(codes);
        } else {
          patterns.add(value);
        }
      }
      return new Choice(
          AppleWords.of(words),
          List.copyOf(patterns),
          values.stream().mapToInt(AppleToken::least).min().orElse(0),
          values.stream().mapToInt(AppleToken::most).max().orElse(0));
    }
  }

  /** How many characters some tokens stand for, at least. */
  static int least(List<AppleToken> tokens) {
    int least = 0;
    for (AppleToken token : tokens) {
      if (token instanceof AppleToken.Character) {
        least++;
      } else if (token instanceof Choice choice) {
        least += choice.least();
      }
    }
    return least;
  }

  /** How many characters some tokens stand for, at most. */
  static int most(List<AppleToken> tokens) {
    long most = 0;
    for (AppleToken token : tokens) {
      if (token instanceof Star) {
        return Integer.MAX_VALUE;
      }
      most += token instanceof Choice choice ? choice.most() : 1;
    }
    return (int) Math.min(most, Integer.MAX_VALUE);
  }

  /** Whether a character, folded where letter case does not matter, is what a code asks for. */
  static boolean accepts(int code, int point) {
    return code >= 0 ? code == point : code == ONE || isOf(code, point);
  }

  private static boolean isOf(int code, int point) {
    boolean upper = point >= 'A' && point <= 'Z';
    boolean lower = point >= 'a' && point <= 'z';
    boolean digit = point >= '0' && point <= '9';
    return switch (code) {
      case ALPHA -> upper || lower;
      case UPPER -> upper;
      case LOWER -> lower;
      case ALNUM -> upper || lower || digit;
      case DIGIT -> digit;
      default -> digit || (point >= 'A' && point <= 'F') || (point >= 'a' && point <= 'f');
    };
  }
}
