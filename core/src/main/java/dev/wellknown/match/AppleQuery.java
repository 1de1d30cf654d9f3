package dev.wellknown.match;

import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of the query: a pattern for the whole, or one for each named item. A query or an
 * item that is absent counts as empty; an item that stands there repeatedly must fit each time.
 *
 * @param whole null where the whole is not constrained
 * @param decodes whether items and the whole are compared with their percent-escapes resolved;
 *     items are told apart before
 */
record AppleQuery(@Nullable ApplePattern whole, List<Item> items, boolean decodes) {

  private static final AppleQuery ANY = new AppleQuery(null, List.of(), false);

  /**
   * A named item.
   *
   * @param name compared exactly, whatever is said about letter case
   * @param written the pattern as it stands in the file
   */
  record Item(String name, String written, ApplePattern pattern) {}

  /** Reads the constraint; anything but a text, or an object of texts, constrains nothing. */
  static AppleQuery of(
      @Nullable JsonValue value, boolean fold, boolean decodes, AppleVariables variables) {
    String text = value == null ? null : value.asText();
    if (text != null) {
      return new AppleQuery(ApplePattern.of(text, fold, variables), List.of(), decodes);
    }
    if (!(value instanceof JsonObject object)) {
      return ANY;
    }
    Map<String, String> written = new LinkedHashMap<>();
    for (JsonObject.Member member : object.members()) {
      String pattern = object.text(member.name());
      if (pattern == null) {
        return ANY;
      }
      written.put(member.name(), pattern);
    }
    List<Item> items = new ArrayList<>();
    written.forEach(
        (name, pattern) ->
            items.add(new Item(name, pattern, ApplePattern.of(pattern, fold, variables))));
    return new AppleQuery(null, List.copyOf(items), decodes);
  }

  /** Whether the query that stands there is as the rule wants it. */
  boolean matches(String url, int from, int to) {
    if (whole != null && !fits(whole, url, from, to)) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!matches(items.get(i), url, from, to)) {
        return false;
      }
    }
    return true;
  }

  /** Whether every occurrence of an item fits, or emptiness where there is none. */
  boolean matches(Item item, String url, int from, int to) {
    boolean seen = false;
    for (int start = from; start <= to; ) {
      int end = indexOf('&', url, start, to);
      int equals = indexOf('=', url, start, end);
      if (isName(item.name(), url, start, equals)) {
        seen = true;
        if (!fits(item.pattern(), url, Math.min(equals + 1, end), end)) {
          return false;
        }
      }
      start = end + 1;
    }
    return seen || item.pattern().matches("");
  }

  /** The values of an item, in their order, as they are compared. */
  List<String> values(Item item, String url, int from, int to) {
    List<String> values = new ArrayList<>();
    for (int start = from; start <= to; ) {
      int end = indexOf('&', url, start, to);
      int equals = indexOf('=', url, start, end);
      if (isName(item.name(), url, start, equals)) {
        values.add(compared(url, Math.min(equals + 1, end), end));
      }
      start = end + 1;
    }
    return values;
  }

  /** A part of the query as it is compared. */
  String compared(String url, int from, int to) {
    return decodes ? AppleText.decoded(url, from, to) : url.substring(from, to);
  }

  private boolean isName(String name, String url, int from, int to) {
    if (decodes && AppleText.hasEscapes(url, from, to)) {
      return AppleText.decoded(url, from, to).equals(name);
    }
    return to - from == name.length() && url.startsWith(name, from);
  }

  private boolean fits(ApplePattern pattern, String url, int from, int to) {
    return decodes && AppleText.hasEscapes(url, from, to)
        ? pattern.matches(AppleText.decoded(url, from, to))
        : pattern.matches(url, from, to, to);
  }

  private static int indexOf(char sought, String url, int from, int to) {
    for (int i = from; i < to; i++) {
      if (url.charAt(i) == sought) {
        return i;
      }
    }
    return to;
  }
}
