package dev.wellknown.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Files and URLs of so few letters that they often meet; odd ones among them. */
final class RandomAasa {

  static final List<String> APPS =
      List.of("ABCDE12345.com.example.one", "ABCDE12345.com.example.two");

  private static final List<String> WRITTEN_APPS =
      List.of(
          "ABCDE12345.com.example.one",
          "ABCDE12345.com.example.two",
          "abcde12345.com.example.one",
          "com.example.other");

  private static final List<String> PIECES =
      List.of(
          "/", "/", "/", "a", "b", "ab", "A", "1", "é", "%41", "%2F", "%C3%A9", ".", "(", "$", "+",
          "//", "&", "=", "en", "US");

  private static final List<String> WILDCARDS =
      List.of(
          "*",
          "*",
          "*",
          "?",
          "?",
          "?*",
          "**",
          "*?",
          "$(v)",
          "$(v)",
          "$(w)",
          "$(digit)",
          "$(alpha)",
          "$(upper)",
          "$(lower)",
          "$(alnum)",
          "$(xdigit)",
          "$(lang)",
          "$(region)",
          "$(none)",
          "$(empty)",
          "$(",
          "\\",
          "$$(v)",
          "$(v)(");

  private static final List<String> VALUES =
      List.of("", "a", "ab", "b", "A", "a/b", "*", "a*", "?", "$", "$(digit)", "1", "é", "en");

  private static final List<String> ODD =
      List.of("5", "null", "[]", "{\"a\":1}", "true", "0", "\"no\"", "\"YES\"", "1.5", "{}");

  private final Random random;
  private final List<String> patterns = new ArrayList<>();

  RandomAasa(Random random) {
    this.random = random;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private String oneOf(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private <T> List<T> some(int atMost, Supplier<T> make) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(atMost + 1); i > 0; i--) {
      list.add(make.get());
    }
    return list;
  }

  private static String list(List<String> values) {
    return "[" + String.join(",", values) + "]";
  }

  private static String object(List<String> members) {
    return "{" + String.join(",", members) + "}";
  }

  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String member(String name, String value) {
    return text(name) + ":" + value;
  }

  /** A new file; the URLs made afterwards are often such as it speaks about. */
  String file() {
    patterns.clear();
    List<String> applinks = new ArrayList<>();
    if (chance(4)) {
      applinks.add(member("defaults", object(component(4))));
    }
    if (!chance(4)) {
      List<String> variables = new ArrayList<>();
      variables.add(member("v", chance(12) ? "\"a\"" : list(values())));
      variables.add(member("w", list(values())));
      variables.add(member("empty", "[]"));
      if (chance(3)) {
        variables.add(member("digit", list(values())));
      }
      applinks.add(member("substitutionVariables", object(variables)));
    }
    if (chance(20)) {
      applinks.add(member("apps", list(some(2, () -> text(oneOf(WRITTEN_APPS))))));
    } else if (chance(8)) {
      applinks.add(
          member(
              "details", object(some(3, () -> member(oneOf(WRITTEN_APPS), object(entry(true)))))));
    } else {
      applinks.add(
          member("details", list(some(3, () -> chance(15) ? oneOf(ODD) : object(entry(false))))));
    }
    return object(List.of(member("applinks", object(applinks))));
  }

  private List<String> values() {
    return some(3, () -> chance(10) ? "7" : text(oneOf(VALUES)));
  }

  private List<String> entry(boolean keyed) {
    List<String> entry = new ArrayList<>();
    if (keyed ? chance(3) : !chance(4)) {
      List<String> named = some(2, () -> text(oneOf(WRITTEN_APPS)));
      named.add(text(oneOf(APPS)));
      String ids = list(chance(10) ? List.of() : named);
      entry.add(member("appIDs", chance(12) ? oneOf(ODD) : ids));
    }
    if (keyed ? chance(4) : !chance(3)) {
      entry.add(member("appID", chance(15) ? "7" : text(oneOf(WRITTEN_APPS))));
    }
    if (chance(4)) {
      entry.add(member("defaults", object(component(4))));
    }
    if (!chance(4)) {
      String rules = list(some(6, () -> chance(20) ? oneOf(ODD) : object(component(1))));
      entry.add(member("components", chance(15) ? "\"x\"" : rules));
    }
    if (chance(3)) {
      entry.add(member("paths", list(some(4, () -> chance(20) ? oneOf(ODD) : text(oldPath())))));
    }
    return entry;
  }

  private String oldPath() {
    String not = chance(3) ? (chance(4) ? "not " : "NOT ") : "";
    return not + pattern();
  }

  /** Members of a component, each as rare as told. */
  private List<String> component(int rarity) {
    List<String> members = new ArrayList<>();
    if (random.nextInt(10 * rarity) < 8) {
      members.add(member("/", chance(25) ? oneOf(ODD) : text(pattern())));
    }
    if (chance(3 * rarity)) {
      String items =
          object(
              some(
                  2,
                  () ->
                      member(
                          oneOf(List.of("a", "b", "A", "é", "", "%41")),
                          chance(15) ? oneOf(ODD) : text(shortPattern()))));
      members.add(member("?", chance(12) ? oneOf(ODD) : chance(3) ? text(shortPattern()) : items));
    }
    if (chance(5 * rarity)) {
      members.add(member("#", chance(15) ? oneOf(ODD) : text(shortPattern())));
    }
    if (chance(2)) {
      members.add(member("exclude", chance(2) ? "true" : flag()));
    }
    if (chance(4)) {
      members.add(member("caseSensitive", flag()));
    }
    if (chance(4)) {
      members.add(member("percentEncoded", flag()));
    }
    return members;
  }

  private String flag() {
    return chance(8) ? oneOf(ODD) : chance(2) ? "true" : "false";
  }

  private String pattern() {
    String pattern = (chance(6) ? "" : "/") + shortPattern();
    patterns.add(pattern);
    return pattern;
  }

  private String shortPattern() {
    return some(4, () -> chance(2) ? oneOf(WILDCARDS) : oneOf(PIECES)).stream()
        .collect(Collectors.joining());
  }

  String url() {
    String start = "https://example.com";
    if (chance(20)) {
      start =
          oneOf(
              List.of(
                  "HTTP://example.com:80",
                  "https://me:x@example.com:443",
                  "https://example.com:8443",
                  "http://example.com:443",
                  "https://localhost",
                  "https://example.com:",
                  "https://[::1]",
                  "https:",
                  "myapp://example.com",
                  "//example.com",
                  ""));
    }
    String path = chance(10) ? "" : patterns.isEmpty() || chance(3) ? "/" + text() : example();
    String query = chance(2) ? "" : "?" + query();
    String fragment = chance(3) ? "#" + text() : "";
    return start + path + query + fragment;
  }

  /** A path that fits a pattern of the file, or would but for a little. */
  private String example() {
    String path = oneOf(patterns);
    while (path.contains("$(") && path.indexOf(')', path.indexOf("$(")) > 0) {
      int start = path.indexOf("$(");
      String value = chance(2) ? oneOf(List.of("a", "1", "A", "en", "US")) : oneOf(VALUES);
      path =
          path.substring(0, start)
              + value.replaceAll("[$(]", "")
              + path.substring(path.indexOf(')', start) + 1);
    }
    while (path.contains("*")) {
      path = path.replaceFirst("\\*", chance(3) ? "" : oneOf(List.of("a", "b/", "é")));
    }
    path = path.replace("?", chance(4) ? "/" : "b").replace("#", "");
    path = chance(8) ? path.toUpperCase(java.util.Locale.ROOT) : path;
    return path.startsWith("/") ? path : "/" + path;
  }

  private String query() {
    return some(
            3,
            () ->
                oneOf(List.of("a", "b", "A", "", "%41", "é", "%C3%A9"))
                    + (chance(5) ? "" : "=" + (chance(4) ? "" : text())))
        .stream()
        .collect(Collectors.joining("&"));
  }

  private String text() {
    return some(4, () -> chance(12) ? oneOf(List.of("*", "%", "%FF", "**", " ")) : oneOf(PIECES))
        .stream()
        .collect(Collectors.joining());
  }
}
