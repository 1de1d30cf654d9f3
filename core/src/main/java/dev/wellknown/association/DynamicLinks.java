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
 * an exclusion that would match less is an error. What the two see differently in an address itself
 * is not made up for: several slashes in a row, a query item that is there twice, needless escapes.
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

  /** A link in Android's words, and what is lost or gained in them. */
  private static final class Translation {
    final List<String> paths = new ArrayList<>();
    final List<String> tooShort = new ArrayList<>();
    final Map<String, Object> items = new LinkedHashMap<>();
    final Set<String> less = new LinkedHashSet<>();
    final Set<String> more = new LinkedHashSet<>();
    @Nullable String fragment;
    @Nullable String obstacle;
  }

  /** The rules in the order of the links; never empty, for that would restrict nothing. */
  List<Map<String, Object>> rules() {
    List<Map<String, Object>> rules = new ArrayList<>();
    List<Link> links = draft.registration().links(app, draft.platform());
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      boolean last = links.subList(i + 1, links.size()).stream().allMatch(Link::exclude);
      for (Map<String, Object> rule : translate(link, last)) {
        draft.follows(list.child(rules.size()), link.declaredAt());
        rules.add(rule);
      }
    }
    draft.follows(list, app.declaredAt());
    return rules.isEmpty() ? List.of(rule("*", Map.of(), null, true)) : rules;
  }

  private List<Map<String, Object>> translate(Link link, boolean last) {
    Translation translation = new Translation();
    if (Boolean.FALSE.equals(link.caseSensitive())) {
      translation.obstacle = "they tell capitals from small letters";
    } else {
      items(link, translation);
      fragment(link, translation);
      paths(link, translation);
    }
    if (translation.obstacle != null) {
      return refuse(link, translation.obstacle);
    }
    Set<String> wrong = link.exclude() ? translation.less : translation.more;
    if (!wrong.isEmpty()) {
      return refuse(link, String.join("; ", wrong));
    }
    Set<String> losses = new LinkedHashSet<>(link.exclude() ? translation.more : translation.less);
    if (!translation.tooShort.isEmpty() && !last) {
      losses.add(
          "a path that is one character shorter and ends with a slash is excluded, for links"
              + " further down, too");
    }
    if (!losses.isEmpty()) {
      narrow(link, String.join("; ", losses));
    }
    List<Map<String, Object>> rules = new ArrayList<>();
    for (String path : translation.tooShort) {
      rules.add(rule(path, translation.items, translation.fragment, true));
    }
    for (String path : translation.paths) {
      rules.add(rule(path, translation.items, translation.fragment, link.exclude()));
    }
    return rules;
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
  private static void paths(Link link, Translation translation) {
    String path = link.path() == null ? "*" : link.path();
    String plain = plain(path, link, SPECIAL_IN_PATH, translation);
    if (plain == null) {
      return;
    }
    String text = plain.replaceAll("\\*{2,}", "*").replaceAll("/{2,}", "/");
    Set<String> variants = new LinkedHashSet<>();
    if (text.equals("*") || text.equals("/*")) {
      // Two stars alone miss the root.
      variants.add(path.startsWith("**") ? "/?*" : "*");
    } else if (text.endsWith("/*")) {
      closed(text.substring(0, text.length() - 2), link, variants, translation);
      variants.removeIf(variant -> variant.endsWith("/"));
      if (!text.endsWith("*/*")) {
        variants.add(text);
      }
    } else if (text.endsWith("*") || text.equals("/")) {
      variants.add(text);
    } else {
      closed(text.replaceFirst("/$", ""), link, variants, translation);
    }
    for (String variant : variants) {
      pattern(variant, translation).ifPresent(translation.paths::add);
    }
  }

  /** What a pattern with a slash at its end matches, for Apple ends every path with one. */
  private static void closed(
      String bare, Link link, Set<String> variants, Translation translation) {
    if (bare.endsWith("/*")) {
      // Something has to stand between the two slashes.
      variants.add(bare.substring(0, bare.length() - 1) + "?*");
      return;
    }
    variants.add(bare);
    if (!bare.endsWith("*")) {
      variants.add(bare + "/");
    }
    // The last ? takes the slash of a path that is too short.
    String start = bare.replaceFirst("[?][*]?$", "");
    if (!start.equals(bare) && !start.endsWith("/")) {
      if (link.exclude()) {
        translation.more.add("a ? at the end stands for a slash, too");
      } else {
        pattern(start + "/", translation).ifPresent(translation.tooShort::add);
      }
    }
  }

  /** The query items; Apple's {@code *} takes an absent item, so it is no condition at all. */
  private static void items(Link link, Translation translation) {
    if (link.query() != null && !link.query().equals("*")) {
      translation.obstacle = "they look at single items, not at the query as one text";
    }
    for (Map.Entry<String, String> item : link.queryItems().entrySet()) {
      if (item.getValue().matches("\\*+")) {
        continue;
      }
      String name = plain(item.getKey(), link, SPECIAL_IN_QUERY, translation);
      String text = plain(item.getValue(), link, SPECIAL_IN_QUERY, translation);
      if (name == null || text == null) {
        continue;
      }
      if (name.contains("*") || name.contains("?")) {
        translation.obstacle = "in the name of a query item, * and ? would be wildcards";
      } else if (text.isEmpty()) {
        translation.less.add("an empty query item must be there");
        translation.items.put(name, text);
      } else {
        // Android compares "name=value", so a dot in the name counts as well.
        pattern(name + "=" + text, translation)
            .ifPresent(whole -> translation.items.put(name, whole.substring(name.length() + 1)));
      }
    }
  }

  private static void fragment(Link link, Translation translation) {
    String fragment = link.fragment();
    if (fragment == null || fragment.matches("\\*+")) {
      return;
    }
    if (fragment.isEmpty()) {
      translation.obstacle = "they cannot ask for an empty fragment";
      return;
    }
    String text = plain(fragment, link, SPECIAL_IN_FRAGMENT, translation);
    if (text != null) {
      translation.fragment = pattern(text, translation).orElse(null);
    }
  }

  /** The decoded pattern; null, with the obstacle told, where it cannot be decoded. */
  private static @Nullable String plain(
      String pattern, Link link, String special, Translation translation) {
    if (pattern.contains("$(")) {
      translation.obstacle = "they know no variables";
      return null;
    }
    if (Boolean.FALSE.equals(link.percentEncoded())) {
      return pattern;
    }
    Optional<String> decoded = AndroidPattern.decoded(pattern, special);
    if (decoded.isEmpty()) {
      translation.obstacle =
          "they compare decoded text, in which " + quote(pattern) + " means something else";
    }
    return decoded.orElse(null);
  }

  private static Optional<String> pattern(String text, Translation translation) {
    Optional<AndroidPattern> pattern = AndroidPattern.of(text);
    if (pattern.isEmpty()) {
      translation.obstacle = "they cannot say " + quote(text);
      return Optional.empty();
    }
    if (pattern.get().narrower()) {
      translation.less.add("a * stops at the first copy of the character behind it");
    }
    if (pattern.get().wider()) {
      translation.more.add("a dot in a pattern with wildcards stands for any character");
    }
    return Optional.of(pattern.get().text());
  }

  /** Leaves a link out, or says that nothing can be made without it; no rules in either case. */
  private List<Map<String, Object>> refuse(Link link, String reason) {
    draft.say(
        link.exclude()
            ? RegistrationRules.EXCLUDE_NOT_EXPRESSIBLE
            : RegistrationRules.LINK_LEFT_OUT,
        link.declaredAt(),
        android.packageName(),
        "Android's dynamic rules cannot "
            + (link.exclude() ? "exclude " : "match ")
            + shown(link)
            + ": "
            + reason,
        "write the link so that both platforms can say it, or leave out dynamicLinks");
    return List.of();
  }

  private void narrow(Link link, String reason) {
    draft.say(
        RegistrationRules.NARROWER_ON_ANDROID,
        link.declaredAt(),
        android.packageName(),
        "Android's dynamic rules open less than " + shown(link) + " says: " + reason,
        "try the addresses that matter under expect, or write the link with one * at its end");
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
    if (parts.size() == 1 && link.path() != null) {
      return quote(link.path());
    }
    return JsonText.compact(parts);
  }
}
