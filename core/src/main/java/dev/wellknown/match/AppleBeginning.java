package dev.wellknown.match;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pattern begins with: characters in ASCII, and variables that have plain values.
 *
 * @param edges Integer for a character, AppleWords for a variable
 * @param isOpen whether more may be added: nothing was left out so far
 */
record AppleBeginning(List<Object> edges, boolean isOpen) {

  static final AppleBeginning NONE = new AppleBeginning(List.of(), true);

  /** An index is never deeper than this. */
  private static final int LONGEST = 200;

  /** Each variable may be read in several ways, and all of them are followed. */
  private static final int MOST_VARIABLES = 2;

  AppleBeginning {
    edges = List.copyOf(edges);
  }

  /** This beginning with the characters behind it, up to the first that is not plain. */
  AppleBeginning with(int[] codes) {
    if (!isOpen) {
      return this;
    }
    List<Object> more = new ArrayList<>(edges);
    for (int code : codes) {
      if (code < 0 || code >= 0x80 || more.size() >= LONGEST) {
        return new AppleBeginning(more, false);
      }
      more.add(code);
    }
    return new AppleBeginning(more, true);
  }

  /** This beginning with a variable behind it. */
  AppleBeginning with(AppleWords words) {
    if (!isOpen || edges.stream().filter(AppleWords.class::isInstance).count() >= MOST_VARIABLES) {
      return new AppleBeginning(edges, false);
    }
    List<Object> more = new ArrayList<>(edges);
    more.add(words);
    return new AppleBeginning(more, true);
  }
}
