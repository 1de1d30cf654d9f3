package dev.wellknown.rule.agreement;

import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.aasa.Coverage;
import dev.wellknown.rule.aasa.RuleMeaning;
import dev.wellknown.rule.assetlinks.DynamicRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule about links, of Apple's file or of Android's dynamic links, as far as two can be compared
 * without a URL at hand.
 *
 * @param at where it stands
 * @param condition what it matches: equal where two certainly match the same links
 * @param meaning the same where more than equality can be concluded from it; else null
 * @param excludes whether links that match stay in the browser
 * @param doubtful whether the file rules doubt that it means what it seems to
 */
record ComparedRule(
    JsonValue at,
    Object condition,
    @Nullable RuleMeaning meaning,
    boolean excludes,
    boolean doubtful) {

  /** What is certain of a pattern of Android: a plain text, or the beginning of one. */
  private static final Pattern PLAIN = Pattern.compile("[^*?\\\\]*\\*?");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\([^)]*\\)");
  private static final int ANY = -1;
  private static final int ONE = -2;

  /** Beyond this, patterns are not looked at, and may meet. */
  private static final int LONGEST_PAIR = 40_000;

  /** What a rule says: two that are equal do the same at the same place of a list. */
  record Says(Object condition, boolean excludes) {}

  /** A rule of Apple's file. */
  static ComparedRule of(LinkRule rule, @Nullable JsonObject variables) {
    RuleMeaning meaning = redefines(variables, rule) ? null : RuleMeaning.of(rule);
    if (meaning == null) {
      return new ComparedRule(rule.value(), written(rule, variables), null, rule.excludes(), true);
    }
    boolean accidental =
        meaning.matchesEverything()
            && rule.get(LinkRule.PATH) == null
            && rule.get(LinkRule.QUERY) == null
            && rule.get(LinkRule.FRAGMENT) == null;
    RuleMeaning condition =
        new RuleMeaning(
            meaning.path(),
            meaning.query(),
            meaning.items(),
            meaning.fragment(),
            meaning.caseSensitive(),
            meaning.percentEncoded(),
            false);
    return new ComparedRule(rule.value(), condition, condition, meaning.exclude(), accidental);
  }

  /** Whether the file gives a meaning of its own to a variable in one of the patterns. */
  private static boolean redefines(@Nullable JsonObject variables, LinkRule rule) {
    if (variables == null) {
      return false;
    }
    String patterns = written(rule, null);
    return patterns.contains("$(")
        && variables.members().stream()
            .anyMatch(variable -> patterns.contains("$(" + variable.name() + ")"));
  }

  /** What counts in a rule, in one form, for comparing two of which no more is certain. */
  private static String written(LinkRule rule, @Nullable JsonObject variables) {
    Map<String, Object> parts = new TreeMap<>();
    for (String name : List.of(LinkRule.PATH, LinkRule.QUERY, LinkRule.FRAGMENT)) {
      JsonValue value = rule.get(name);
      if (value instanceof JsonObject items) {
        Map<String, Object> sorted = new TreeMap<>();
        items.members().forEach(item -> sorted.put(item.name(), item.value()));
        parts.put(name, sorted);
      } else if (value instanceof JsonString text) {
        String single = text.value().replaceAll("\\*{2,}", "*");
        parts.put(name, name.equals(LinkRule.PATH) ? RuleMeaning.normalised(single) : single);
      } else if (value != null) {
        parts.put(name, value);
      }
    }
    parts.put(LinkRule.CASE_SENSITIVE, rule.caseSensitive());
    parts.put(LinkRule.PERCENT_ENCODED, rule.percentEncoded());
    if (variables != null) {
      parts.put("variables", variables);
    }
    return JsonText.compact(parts);
  }

  /** A rule of Android's dynamic links. */
  static ComparedRule of(DynamicRule rule) {
    Map<String, String> items = new TreeMap<>();
    JsonObject query = rule.query();
    if (query != null) {
      query
          .members()
          .forEach(item -> items.put(item.name(), String.valueOf(item.value().asText())));
    }
    String path = rule.path();
    String everyPath = path == null || path.equals("*") || path.equals("/*") ? null : path;
    RuleMeaning meaning =
        new RuleMeaning(everyPath, null, items, rule.fragment(), true, true, false);
    List<String> patterns = new ArrayList<>(items.values());
    if (path != null) {
      patterns.add(path);
    }
    if (rule.fragment() != null) {
      patterns.add(rule.fragment());
    }
    boolean plain = patterns.stream().allMatch(pattern -> PLAIN.matcher(pattern).matches());
    return new ComparedRule(rule.object(), meaning, plain ? meaning : null, rule.excludes(), false);
  }

  Says says() {
    return new Says(condition, excludes);
  }

  /** Whether it matches every link. */
  boolean matchesEverything() {
    return meaning != null && meaning.matchesEverything();
  }

  /** Whether this certainly matches every link that another one matches. */
  boolean covers(ComparedRule other, Coverage coverage) {
    return condition.equals(other.condition)
        || (meaning != null && other.meaning != null && coverage.covers(meaning, other.meaning));
  }

  /** Whether there may be a link that both match; false only where that is certain. */
  boolean mayMeet(ComparedRule other) {
    if (meaning == null
        || other.meaning == null
        || !meaning.percentEncoded()
        || !other.meaning.percentEncoded()) {
      return true;
    }
    String one = meaning.path();
    String two = other.meaning.path();
    return one == null || two == null || mayMeet(one, two);
  }

  /** Whether two patterns may match the same text, whatever its letter case. */
  private static boolean mayMeet(String one, String two) {
    int[] first = tokens(one);
    int[] second = tokens(two);
    if ((long) first.length * second.length > LONGEST_PAIR) {
      return true;
    }
    // For each beginning of the second pattern: whether it meets the beginning of the first one.
    boolean[] meets = new boolean[second.length + 1];
    for (int i = 0; i <= first.length; i++) {
      boolean diagonal = false;
      for (int j = 0; j <= second.length; j++) {
        boolean above = meets[j];
        int left = i == 0 ? 0 : first[i - 1];
        int right = j == 0 ? 0 : second[j - 1];
        boolean here = i == 0 && j == 0;
        if (i > 0) {
          here |= above && (left == ANY || right == ANY);
        }
        if (j > 0) {
          here |= meets[j - 1] && (left == ANY || right == ANY);
        }
        if (i > 0 && j > 0) {
          here |= diagonal && (left < 0 || right < 0 || left == right);
        }
        diagonal = above;
        meets[j] = here;
      }
    }
    return meets[second.length];
  }

  /** Characters; a variable may stand for as much as a star. */
  private static int[] tokens(String pattern) {
    return VARIABLE
        .matcher(pattern)
        .replaceAll("*")
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .map(point -> point == '*' ? ANY : point == '?' ? ONE : point)
        .toArray();
  }

  /** Of the pattern of the path, for those who count the work of comparing. */
  int length() {
    return meaning == null || meaning.path() == null ? 0 : meaning.path().length();
  }

  /** The rule as it was written, for messages. */
  String words() {
    String text = at.asText();
    return text == null ? Printable.cut(at.toJson()) : Printable.quote(text);
  }
}
