package dev.wellknown.rule.aasa;

import dev.wellknown.association.LinkRule;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says, so that two rules can be compared whatever their form. Only for rules whose
 * meaning is beyond doubt: conclusions from it must never be wrong.
 *
 * @param path normalised as devices do it; null where every path matches
 * @param query the pattern for the whole query; null where there is none
 * @param items the patterns for query items, without those that any value and absence satisfy
 * @param fragment null where every fragment matches
 */
public record RuleMeaning(
    @Nullable String path,
    @Nullable String query,
    Map<String, String> items,
    @Nullable String fragment,
    boolean caseSensitive,
    boolean percentEncoded,
    boolean exclude) {

  private static final List<String> FLAGS =
      List.of(LinkRule.EXCLUDE, LinkRule.CASE_SENSITIVE, LinkRule.PERCENT_ENCODED);

  /** What no text that devices compare as written can hold. */
  private static final Pattern NEVER_AS_WRITTEN = Pattern.compile("[^!-~]");

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** The meaning of a rule; null where it is in doubt, or where the rule can match nothing. */
  public static @Nullable RuleMeaning of(LinkRule rule) {
    JsonObject own = rule.own();
    if (own == null
        || FLAGS.stream().anyMatch(flag -> isOdd(rule.get(flag)))
        || own.members().stream()
            .anyMatch(member -> KnownKeys.COMPONENT.meant(member.name()).isPresent())) {
      return null;
    }
    boolean encoded = rule.percentEncoded();
    JsonValue path = rule.get(LinkRule.PATH);
    JsonValue query = rule.get(LinkRule.QUERY);
    JsonValue fragment = rule.get(LinkRule.FRAGMENT);
    Map<String, String> items = items(query, encoded);
    if (isDoubtful(path, encoded)
        || isDoubtful(fragment, encoded)
        || (items == null && isDoubtful(query, encoded))) {
      return null;
    }
    String pattern = path == null ? null : path.asText();
    if (pattern != null && !canMatchAPath(pattern)) {
      return null;
    }
    return new RuleMeaning(
        pattern == null ? null : everyPathAsNull(normalised(pattern)),
        items == null ? everythingAsNull(query) : null,
        items == null ? Map.of() : items,
        everythingAsNull(fragment),
        rule.caseSensitive(),
        encoded,
        rule.excludes());
  }

  /** Whether every link matches. */
  public boolean matchesEverything() {
    return path == null && query == null && items.isEmpty() && fragment == null;
  }

  private static boolean isOdd(@Nullable JsonValue flag) {
    return flag != null && !(flag instanceof JsonBoolean);
  }

  /** The constraints of the object form; null where the query is of another form or in doubt. */
  private static @Nullable Map<String, String> items(@Nullable JsonValue query, boolean encoded) {
    if (!(query instanceof JsonObject object)) {
      return null;
    }
    Map<String, String> items = new TreeMap<>();
    for (JsonObject.Member member : object.members()) {
      String pattern = member.value().asText();
      if (pattern == null || isDoubtful(pattern, encoded)) {
        return null;
      }
      items.put(member.name(), pattern);
    }
    items.values().removeIf("*"::equals);
    return items;
  }

  private static boolean isDoubtful(@Nullable JsonValue value, boolean encoded) {
    if (value == null) {
      return false;
    }
    String text = value.asText();
    return text == null || isDoubtful(text, encoded);
  }

  private static boolean isDoubtful(String pattern, boolean encoded) {
    return pattern.indexOf('\\') >= 0
        || pattern.contains("**")
        || (encoded ? NEVER_AS_WRITTEN : ESCAPE).matcher(pattern).find();
  }

  private static boolean canMatchAPath(String pattern) {
    return pattern.indexOf('#') < 0
        && !pattern.contains("://")
        && !(pattern.contains("$(") && pattern.contains("//"))
        && (pattern.length() != 1 || "/*?".contains(pattern));
  }

  private static @Nullable String everythingAsNull(@Nullable JsonValue pattern) {
    String text = pattern == null ? null : pattern.asText();
    return text == null || text.equals("*") ? null : text;
  }

  /** The path of a link begins with a slash, so that {@code /*} is every path. */
  private static @Nullable String everyPathAsNull(String pattern) {
    return pattern.equals("*") || pattern.equals("/*") ? null : pattern;
  }

  /**
   * The form in which devices are seen to compare paths: {@code /buy}, {@code /buy/} and {@code
   * buy} are one. Patterns and the paths of links go through it alike.
   */
  public static String normalised(String path) {
    if (path.isEmpty()) {
      return "/";
    }
    if (path.length() == 1) {
      return path;
    }
    String single = path.replaceAll("/{2,}", "/");
    String start = single.startsWith("*") || single.startsWith("/") ? "" : "/";
    String end = single.endsWith("*") || single.endsWith("/") ? "" : "/";
    return start + single + end;
  }
}
