package dev.wellknown.rule.assetlinks;

import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of Android 15's dynamic links
 * (https://developer.android.com/training/app-links/configure-assetlinks).
 */
public record DynamicRule(JsonObject object) {

  static final String PATH = "/";
  static final String QUERY = "?";
  static final String FRAGMENT = "#";
  static final String EXCLUDE = "exclude";

  /** The rules of a list that are objects. */
  public static List<DynamicRule> in(JsonArray list) {
    List<DynamicRule> rules = new ArrayList<>();
    for (JsonValue element : list.elements()) {
      if (element instanceof JsonObject object) {
        rules.add(new DynamicRule(object));
      }
    }
    return rules;
  }

  /** Whether every rule is as the platform describes it; else all of them are discarded. */
  public static boolean areWellFormed(JsonArray list) {
    return list.elements().stream()
        .allMatch(
            element ->
                element instanceof JsonObject object && new DynamicRule(object).isWellFormed());
  }

  /** The pattern of the path, where it is a text. */
  public @Nullable String path() {
    return object.text(PATH);
  }

  /** The pattern of the fragment, where it is a text. */
  public @Nullable String fragment() {
    return object.text(FRAGMENT);
  }

  /** Names and patterns of query items, where they are an object. */
  public @Nullable JsonObject query() {
    return object.object(QUERY);
  }

  /** Whether links that match stay out of the app. */
  public boolean excludes() {
    return object.get(EXCLUDE) instanceof JsonBoolean bool && bool.value();
  }

  /** Whether any part of a link is looked at. */
  boolean hasMatcher() {
    return object.has(PATH) || object.has(QUERY) || object.has(FRAGMENT);
  }

  /** Whether every link matches; {@code /*} leaves out addresses without any slash only. */
  boolean isCatchAll() {
    String path = path();
    return path != null
        && (path.equals("*") || path.equals("/*"))
        && !object.has(QUERY)
        && !object.has(FRAGMENT);
  }

  /** Every pattern of the rule: path, fragment, values of query items. */
  List<JsonString> patterns() {
    List<JsonString> patterns = new ArrayList<>();
    for (String part : List.of(PATH, FRAGMENT)) {
      if (object.get(part) instanceof JsonString text) {
        patterns.add(text);
      }
    }
    JsonObject query = query();
    if (query != null) {
      for (JsonObject.Member item : query.members()) {
        if (item.value() instanceof JsonString text) {
          patterns.add(text);
        }
      }
    }
    return patterns;
  }

  private boolean isWellFormed() {
    JsonValue path = object.get(PATH);
    JsonValue fragment = object.get(FRAGMENT);
    JsonValue query = object.get(QUERY);
    JsonValue exclude = object.get(EXCLUDE);
    return hasMatcher()
        && (path == null || isPattern(path))
        && (fragment == null || isPattern(fragment))
        && (exclude == null || exclude instanceof JsonBoolean)
        && (query == null
            || (query instanceof JsonObject items
                && !items.members().isEmpty()
                && items.members().stream().allMatch(item -> item.value().asText() != null)));
  }

  /** Whether a value can be the pattern of a path or a fragment. */
  static boolean isPattern(JsonValue value) {
    String text = value.asText();
    return text != null && !text.isEmpty();
  }

  /**
   * The first value that Android's own agent cannot take in, in what stands where the rules should
   * stand, but for the parts of rules that {@link DynamicMalformedComponent} judges.
   */
  static @Nullable JsonValue firstUnread(JsonValue rules) {
    if (!(rules instanceof JsonArray list)) {
      return null;
    }
    for (DynamicRule rule : in(list)) {
      for (JsonObject.Member member : rule.object().members()) {
        JsonValue value =
            switch (member.name()) {
              case PATH, QUERY, FRAGMENT, EXCLUDE -> null;
              default -> AgentJson.firstUnknown(member.value());
            };
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }
}
