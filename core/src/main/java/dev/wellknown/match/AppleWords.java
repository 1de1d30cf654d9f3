package dev.wellknown.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Words by their characters: what can follow a beginning, and whether the beginning is a word. */
final class AppleWords {

  private final boolean word;
  private final int[] points;
  private final AppleWords[] next;

  private AppleWords(boolean word, int[] points, AppleWords[] next) {
    this.word = word;
    this.points = points;
    this.next = next;
  }

  /** The tree of some words, each a row of code points. */
  static AppleWords of(List<int[]> words) {
    return of(words, 0);
  }

  private static AppleWords of(List<int[]> words, int depth) {
    boolean word = false;
    Map<Integer, List<int[]>> byPoint = new TreeMap<>();
    for (int[] each : words) {
      if (each.length == depth) {
        word = true;
      } else {
        byPoint.computeIfAbsent(each[depth], point -> new ArrayList<>()).add(each);
      }
    }
    return new AppleWords(
        word,
        byPoint.keySet().stream().mapToInt(Integer::intValue).toArray(),
        byPoint.values().stream().map(each -> of(each, depth + 1)).toArray(AppleWords[]::new));
  }

  /** Whether the beginning up to here is a word. */
  boolean isWord() {
    return word;
  }

  /** What can follow behind one more character; null where nothing can. */
  @Nullable AppleWords next(int point) {
    int at = Arrays.binarySearch(points, point);
    return at < 0 ? null : next[at];
  }
}
