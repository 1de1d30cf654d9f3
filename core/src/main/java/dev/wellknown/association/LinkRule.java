package dev.wellknown.association;

import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of an entry of {@link AppSiteAssociation}, as a device takes it: a component, or a
 * pattern of the old list read as a component, with the defaults of its entry and of the host
 * beneath it.
 *
 * @param value the element of the list, as it was written
 * @param own what the rule itself says; null where the element is of a type that says nothing, and
 *     devices then take it as a component without members
 * @param defaults what counts where the rule is silent, the nearest first
 */
public record LinkRule(JsonValue value, @Nullable JsonObject own, List<JsonObject> defaults) {

  /** The member that constrains the path. */
  public static final String PATH = "/";

  /** The member that constrains the query. */
  public static final String QUERY = "?";

  /** The member that constrains the fragment. */
  public static final String FRAGMENT = "#";

  /** The member that keeps links from opening. */
  public static final String EXCLUDE = "exclude";

  /** The member that lets letter case matter or not. */
  public static final String CASE_SENSITIVE = "caseSensitive";

  /** The member that says how links are compared: as written, or decoded. */
  public static final String PERCENT_ENCODED = "percentEncoded";

  /** The prefix that excludes in the old list; devices take it in any letter case. */
  private static final String NOT = "NOT ";

  /** An element of {@code components}. */
  static LinkRule ofComponent(JsonValue element, List<JsonObject> defaults) {
    return new LinkRule(element, element.asObject(), defaults);
  }

  /**
   * An element of {@code paths}. A rule with {@code NOT} is compared with regard to letter case
   * whatever the defaults say.
   */
  static LinkRule ofPath(JsonValue element, List<JsonObject> defaults) {
    String text = element.asText();
    if (text == null) {
      return new LinkRule(element, null, defaults);
    }
    Position position = element.position();
    boolean not = text.regionMatches(true, 0, NOT, 0, NOT.length());
    String pattern = not ? text.substring(NOT.length()) : text;
    List<JsonObject.Member> members = new ArrayList<>();
    members.add(
        new JsonObject.Member(
            PATH, position, new JsonString(element.pointer(), position, pattern)));
    if (not) {
      for (String name : List.of(EXCLUDE, CASE_SENSITIVE)) {
        members.add(
            new JsonObject.Member(
                name, position, new JsonBoolean(element.pointer(), position, true)));
      }
    }
    JsonObject own = new JsonObject(element.pointer(), position, members);
    return new LinkRule(element, own, defaults);
  }

  /** What counts under a name: the rule's own value, else the nearest default; null if none. */
  public @Nullable JsonValue get(String name) {
    if (own != null && own.has(name)) {
      return own.get(name);
    }
    for (JsonObject layer : defaults) {
      if (layer.has(name)) {
        return layer.get(name);
      }
    }
    return null;
  }

  /** Whether links that match stay in the browser. */
  public boolean excludes() {
    return flag(EXCLUDE, false);
  }

  /** Whether letter case matters. */
  public boolean caseSensitive() {
    return flag(CASE_SENSITIVE, true);
  }

  /** Whether links are compared as written, not decoded. */
  public boolean percentEncoded() {
    return flag(PERCENT_ENCODED, true);
  }

  private boolean flag(String name, boolean otherwise) {
    JsonValue value = get(name);
    return value == null ? otherwise : isTrue(value);
  }

  /**
   * How a device takes a value where {@code true} or {@code false} belongs: numbers and texts as
   * Foundation's {@code boolValue} would, everything else as {@code false}.
   */
  public static boolean isTrue(JsonValue value) {
    if (value instanceof JsonBoolean bool) {
      return bool.value();
    }
    if (value instanceof JsonNumber number) {
      return number.literal().split("[eE]", 2)[0].chars().anyMatch(c -> c >= '1' && c <= '9');
    }
    String text = value.asText();
    return text != null && text.matches("(?s)\\s*[+-]?0*[YyTt1-9].*");
  }
}
