package dev.wellknown.association;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.JsonText;
import dev.wellknown.json.Pointer;
import dev.wellknown.registration.AndroidApp;
import dev.wellknown.registration.App;
import dev.wellknown.registration.Link;
import dev.wellknown.registration.declaration.RegistrationRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says links as rules of Android 15 and later ({@code dynamic_app_link_components}), in such a way
 * that never more is opened than was declared: an including link that would match more is left out,
 * an exclusion that would match less is an error.
 */
final class DynamicLinks {

  /** Characters that would become wildcards or separators if they came out of an escape. */
  private static final String SPECIAL_IN_PATH = "*?/";

  private static final String SPECIAL_IN_QUERY = "*?&;=";
  private static final String SPECIAL_IN_FRAGMENT = "*?";

  private final Draft draft;
  private final App app;
  private final AndroidApp android;
  private final Pointer list;

  DynamicLinks(Draft draft, App app, AndroidApp android, Pointer statement) {
    this.draft = draft;
    this.app = app;
    this.android = android;
    this.list =
        statement
            .child("relation_extensions")
            .child(AssetLinks.HANDLE_ALL_URLS)
            .child("dynamic_app_link_components");
  }

  /** A part of a link in Android's words, or why it cannot be said. */
  private static final class Translation {
    final List<Map<String, Object>> rules = new ArrayList<>();
    boolean narrower;
    boolean wider;
    @Nullable String obstacle;
  }

  /** The rules in the order of the links; never empty, for that would restrict nothing. */
  List<Map<String, Object>> rules() {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (Link link : draft.registration().links(app, draft.platform())) {
      for (Map<String, Object> rule : translate(link)) {
        draft.follows(list.child(rules.size()), link.declaredAt());
        rules.add(rule);
      }
    }
    draft.follows(list, app.declaredAt());
    return rules.isEmpty() ? List.of(rule("*", Map.of(), null, true)) : rules;
  }

  private List<Map<String, Object>> translate(Link link) {
    Translation translation = new Translation();
    Map<String, Object> items = new LinkedHashMap<>();
    Optional<String> fragment = Optional.empty();
    if (Boolean.FALSE.equals(link.caseSensitive())) {
      translation.obstacle = "letters of either case";
    } else {
      items = items(link, translation);
      fragment = fragment(link, translation);
    }
    List<String> paths = paths(link, translation);
    if (translation.obstacle != null || (translation.wider && !link.exclude())) {
      leaveOut(link, translation);
      return List.of();
    }
    if (translation.narrower && link.exclude()) {
      refuse(link, "it would exclude less there than on Apple's systems");
      return List.of();
    }
    if (translation.narrower || translation.wider) {
      narrow(link, translation);
    }
    for (String path : paths) {
      translation.rules.add(rule(path, items, fragment.orElse(null), link.exclude()));
    }
    return translation.rules;
  }

  private static Map<String, Object> rule(
      String path, Map<String, Object> items, @Nullable String fragment, boolean exclude) {
    Map<String, Object> rule = new LinkedHashMap<>();
    boolean everyPath = path.equals("*");
    if (!everyPath || (items.isEmpty() && fragment == null)) {
      rule.put("/", path);
    }
    if (!items.isEmpty()) {
      rule.put("?", items);
    }
    if (fragment != null) {
      rule.put("#", fragment);
    }
    if (exclude) {
      rule.put("exclude", true);
    }
    return rule;
  }

  /**
   * The paths that together match what Apple's one does: there a path and the same with a slash
   * behind it are equal, and {@code /a/*} takes {@code /a} as well.
   */
  private static List<String> paths(Link link, Translation translation) {
    String path = link.path() == null ? "*" : link.path();
    String text = plain(path, link, SPECIAL_IN_PATH, translation);
    if (text == null) {
      return List.of();
    }
    text = text.replaceAll("\\*{2,}", "*").replaceAll("/{2,}", "/");
    Set<String> variants = new LinkedHashSet<>();
    if (text.equals("*") || text.equals("/*")) {
      variants.add("*");
    } else if (text.endsWith("/*")) {
      variants.add(text.substring(0, text.length() - 2));
      variants.add(text);
    } else if (text.endsWith("*") || text.equals("/")) {
      variants.add(text);
    } else {
      String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      variants.add(bare);
      variants.add(bare + "/");
    }
    List<String> paths = new ArrayList<>();
    for (String variant : variants) {
      pattern(variant, "such a path", translation).ifPresent(paths::add);
    }
    return paths;
  }

  /** The query items; Apple's {@code *} takes an absent item, so it is no condition at all. */
  private static Map<String, Object> items(Link link, Translation translation) {
    Map<String, Object> items = new LinkedHashMap<>();
    if (link.query() != null && !link.query().equals("*")) {
      translation.obstacle = "the query as one text";
    }
    link.queryItems()
        .forEach(
            (name, value) -> {
              if (value.matches("\\*+")) {
                return;
              }
              String key = plain(name, link, SPECIAL_IN_QUERY, translation);
              String text = plain(value, link, SPECIAL_IN_QUERY, translation);
              if (key == null || text == null) {
                return;
              }
              if (key.contains("*") || key.contains("?")) {
                translation.obstacle = "a query item whose name has a wildcard in it";
              } else if (text.isEmpty()) {
                // Apple takes an absent item for an empty one; Android wants it to be there.
                translation.narrower = true;
                items.put(key, text);
              } else {
                // Android compares "name=value", so a dot in the name counts as well.
                pattern(key + "=" + text, "such a query item", translation)
                    .ifPresent(whole -> items.put(key, whole.substring(key.length() + 1)));
              }
            });
    return items;
  }

  private static Optional<String> fragment(Link link, Translation translation) {
    String fragment = link.fragment();
    if (fragment == null || fragment.matches("\\*+")) {
      return Optional.empty();
    }
    if (fragment.isEmpty()) {
      translation.obstacle = "an empty fragment";
      return Optional.empty();
    }
    String text = plain(fragment, link, SPECIAL_IN_FRAGMENT, translation);
    return text == null ? Optional.empty() : pattern(text, "such a fragment", translation);
  }

  /** The decoded pattern; null, with the obstacle told, where it cannot be decoded. */
  private static @Nullable String plain(
      String pattern, Link link, String special, Translation translation) {
    if (pattern.contains("$(")) {
      translation.obstacle = "variables";
      return null;
    }
    if (Boolean.FALSE.equals(link.percentEncoded())) {
      return pattern;
    }
    Optional<String> decoded = AndroidPattern.decoded(pattern, special);
    if (decoded.isEmpty()) {
      translation.obstacle = "an escape such as the one in " + quote(pattern);
    }
    return decoded.orElse(null);
  }

  private static Optional<String> pattern(String text, String what, Translation translation) {
    Optional<AndroidPattern> pattern = AndroidPattern.of(text);
    if (pattern.isEmpty()) {
      translation.obstacle = what + " as " + quote(text);
      return Optional.empty();
    }
    translation.narrower |= pattern.get().narrower();
    translation.wider |= pattern.get().wider();
    return Optional.of(pattern.get().text());
  }

  private void leaveOut(Link link, Translation translation) {
    String reason =
        translation.obstacle != null
            ? "they know no " + translation.obstacle
            : "a dot in a pattern with wildcards stands for any character there";
    if (link.exclude()) {
      refuse(link, reason);
      return;
    }
    draft.say(
        RegistrationRules.LINK_LEFT_OUT,
        link.declaredAt(),
        android.packageName(),
        "Android's dynamic rules cannot match " + shown(link) + ": " + reason,
        "write the link so that both platforms can say it, or leave out dynamicLinks");
  }

  private void refuse(Link link, String reason) {
    draft.say(
        RegistrationRules.EXCLUDE_NOT_EXPRESSIBLE,
        link.declaredAt(),
        android.packageName(),
        "Android's dynamic rules cannot exclude " + shown(link) + ": " + reason,
        "write the exclusion with * at its end only, or leave out dynamicLinks");
  }

  private void narrow(Link link, Translation translation) {
    String reason =
        link.exclude()
            ? "a dot in a pattern with wildcards stands for any character there, so more is"
                + " excluded"
            : "a * stops there at the first copy of the character behind it, and an empty query"
                + " item must be there";
    draft.say(
        RegistrationRules.NARROWER_ON_ANDROID,
        link.declaredAt(),
        android.packageName(),
        "Android's dynamic rules open less than " + shown(link) + " says: " + reason,
        "try the links that matter under expect, or write * at the end only");
  }

  private static String shown(Link link) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (link.path() != null) {
      parts.put("path", link.path());
    }
    if (link.query() != null) {
      parts.put("query", link.query());
    } else if (!link.queryItems().isEmpty()) {
      parts.put("query", link.queryItems());
    }
    if (link.fragment() != null) {
      parts.put("fragment", link.fragment());
    }
    return JsonText.compact(parts);
  }
}
