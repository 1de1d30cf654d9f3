package dev.wellknown.rule.aasa;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves that whatever one rule matches, another matches too. It may fail to see it, and stops
 * looking after a fixed amount of work, but what it says is so: a wildcard of the wider pattern is
 * let stand for any part of the narrower one, wildcards and variables included, and nothing else.
 */
public final class Coverage {

  private static final int ANY = -1;
  private static final int ONE = -2;
  private static final int VARIABLE = -3;

  /** Devices are reported to give up on patterns with more wildcards than this. */
  private static final int MOST_WILDCARDS = 60;

  private long work = 50_000_000;

  /** Whether {@code wide} certainly matches every link that {@code narrow} matches. */
  public boolean covers(RuleMeaning wide, RuleMeaning narrow) {
    if (work <= 0) {
      return false;
    }
    work -= 10;
    return coversPart(wide.path(), narrow.path(), wide, narrow)
        && coversQuery(wide, narrow)
        && coversPart(wide.fragment(), narrow.fragment(), wide, narrow);
  }

  private boolean coversQuery(RuleMeaning wide, RuleMeaning narrow) {
    if (wide.query() != null) {
      return coversPart(wide.query(), narrow.query(), wide, narrow);
    }
    for (Map.Entry<String, String> item : wide.items().entrySet()) {
      if (!coversPart(item.getValue(), narrow.items().get(item.getKey()), wide, narrow)) {
        return false;
      }
    }
    return true;
  }

  private boolean coversPart(
      @Nullable String wide,
      @Nullable String narrow,
      RuleMeaning wideRule,
      RuleMeaning narrowRule) {
    if (wide == null) {
      return true;
    }
    if (narrow == null
        || wideRule.percentEncoded() != narrowRule.percentEncoded()
        || (wideRule.caseSensitive() && !narrowRule.caseSensitive())) {
      return false;
    }
    if (wideRule.caseSensitive() == narrowRule.caseSensitive() && wide.equals(narrow)) {
      return true;
    }
    if (work <= 0 || !beginsAlike(wide, narrow, !wideRule.caseSensitive())) {
      return false;
    }
    work -= wide.length() + narrow.length();
    if (wide.contains("$(")) {
      return false;
    }
    int[] pattern = tokens(wide);
    int[] text = tokens(narrow);
    return wildcards(pattern) <= MOST_WILDCARDS
        && matches(pattern, text, !wideRule.caseSensitive());
  }

  /**
   * Whether the literal beginning of one pattern is that of the other; tells most of them apart.
   */
  private boolean beginsAlike(String wide, String narrow, boolean fold) {
    for (int i = 0; i < wide.length(); i++) {
      char unit = wide.charAt(i);
      if (unit == '*' || unit == '?') {
        return true;
      }
      work--;
      if (i == narrow.length()
          || !(unit == narrow.charAt(i) || (fold && lower(unit) == lower(narrow.charAt(i))))) {
        return false;
      }
    }
    return true;
  }

  private static int wildcards(int[] pattern) {
    int count = 0;
    for (int token : pattern) {
      count += token == ANY ? 1 : 0;
    }
    return count;
  }

  /** Wildcard matching that goes back to the last star only. */
  private boolean matches(int[] pattern, int[] text, boolean fold) {
    int at = 0;
    int star = -1;
    int afterStar = 0;
    int i = 0;
    while (i < text.length) {
      if (--work <= 0) {
        return false;
      }
      if (at < pattern.length && pattern[at] == ANY) {
        star = i;
        afterStar = ++at;
      } else if (at < pattern.length && isOne(pattern[at], text[i], fold)) {
        at++;
        i++;
      } else if (star >= 0) {
        i = ++star;
        at = afterStar;
      } else {
        return false;
      }
    }
    while (at < pattern.length && pattern[at] == ANY) {
      at++;
    }
    return at == pattern.length;
  }

  private static boolean isOne(int token, int other, boolean fold) {
    if (token == ONE) {
      return other != ANY && other != VARIABLE;
    }
    return token == other || (fold && token >= 0 && lower(token) == lower(other));
  }

  private static int lower(int point) {
    return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
  }

  private static int[] tokens(String pattern) {
    int[] tokens = new int[pattern.length()];
    int count = 0;
    for (int i = 0; i < pattern.length(); ) {
      int end = pattern.startsWith("$(", i) ? pattern.indexOf(')', i) : -1;
      int point = pattern.codePointAt(i);
      if (end >= 0) {
        tokens[count++] = VARIABLE;
        i = end + 1;
      } else {
        tokens[count++] = point == '*' ? ANY : point == '?' ? ONE : point;
        i += Character.charCount(point);
      }
    }
    return Arrays.copyOf(tokens, count);
  }
}
