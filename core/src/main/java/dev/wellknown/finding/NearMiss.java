package dev.wellknown.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant by a misspelt one. */
public final class NearMiss {

  /** Longer words are not compared: the effort grows with both lengths. */
  private static final int LONGEST = 100;

  private NearMiss() {}

  /**
   * The candidate nearest to a word: equal but for letter case, blanks and punctuation, or at most
   * two edits away (one for words of up to four letters). An edit inserts, drops or replaces a
   * letter or swaps two neighbours.
   */
  public static Optional<String> of(String word, Collection<String> candidates) {
    String plain = plain(word);
    if (plain.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    int most = plain.length() <= 4 ? 1 : 2;
    return candidates.stream()
        .filter(candidate -> !candidate.equals(word) && candidate.length() <= LONGEST)
        .filter(candidate -> Math.abs(plain(candidate).length() - plain.length()) <= most)
        .filter(candidate -> edits(plain, plain(candidate)) <= most)
        .min(
            Comparator.<String>comparingInt(candidate -> edits(plain, plain(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String plain(String word) {
    StringBuilder letters = new StringBuilder();
    word.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /** Damerau–Levenshtein distance, with neighbours swapped at most once (optimal alignment). */
  public static int edits(String one, String other) {
    int[][] distance = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          distance[i][j] = i + j;
          continue;
        }
        int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(
                distance[i - 1][j - 1] + replaced,
                Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, distance[i - 2][j - 2] + 1);
        }
        distance[i][j] = best;
      }
    }
    return distance[one.length()][other.length()];
  }
}
