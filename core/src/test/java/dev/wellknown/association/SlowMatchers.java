package dev.wellknown.association;

import dev.wellknown.registration.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What links open on each platform, written down slowly and from the platforms' own descriptions,
 * for small texts without percent-escapes: Apple's pattern language as its documentation and tools
 * have it, and Android's dynamic rules as Android 15 and later translate them into PatternMatcher.
 */
public final class SlowMatchers {

  private SlowMatchers() {}

  /** The parts of an address that rules look at; null where a part is absent. */
  public record Address(String path, @Nullable String query, @Nullable String fragment) {
    @Override
    public String toString() {
      return path + (query == null ? "" : "?" + query) + (fragment == null ? "" : "#" + fragment);
    }
  }

  /** Whether links, as they were declared, open an address on Apple's systems. */
  static boolean appleOpens(List<Link> links, Address address) {
    for (Link link : links) {
      if (appleMatches(link, address)) {
        return !link.exclude();
      }
    }
    return false;
  }

  private static boolean appleMatches(Link link, Address address) {
    boolean fold = Boolean.FALSE.equals(link.caseSensitive());
    if (link.path() != null
        && !link.path().equals("*")
        && !glob(fold(applePath(link.path()), fold), fold(applePath(address.path()), fold))) {
      return false;
    }
    String query = address.query() == null ? "" : address.query();
    if (link.query() != null && !glob(fold(link.query(), fold), fold(query, fold))) {
      return false;
    }
    for (Map.Entry<String, String> item : link.queryItems().entrySet()) {
      for (String value : values(query, item.getKey())) {
        if (!glob(fold(item.getValue(), fold), fold(value, fold))) {
          return false;
        }
      }
    }
    String fragment = address.fragment() == null ? "" : address.fragment();
    return link.fragment() == null || glob(fold(link.fragment(), fold), fold(fragment, fold));
  }

  private static String fold(String text, boolean fold) {
    return fold ? text.toLowerCase(java.util.Locale.ROOT) : text;
  }

  /** Every value of a query item; one empty value where the item is absent. */
  private static List<String> values(String query, String name) {
    List<String> values = new ArrayList<>();
    for (String item : query.split("&")) {
      int equals = item.indexOf('=');
      if ((equals < 0 ? item : item.substring(0, equals)).equals(name)) {
        values.add(equals < 0 ? "" : item.substring(equals + 1));
      }
    }
    return values.isEmpty() ? List.of("") : values;
  }

  /** Pattern and path pass the same mill, so a slash at the end makes no difference. */
  private static String applePath(String path) {
    if (path.isEmpty()) {
      return "/";
    }
    if (path.length() == 1) {
      return path;
    }
    String text = path;
    while (text.contains("**") || text.contains("//")) {
      text = text.replace("**", "*").replace("//", "/");
    }
    String begun = text.startsWith("*") || text.startsWith("/") ? text : "/" + text;
    return begun.endsWith("*") || begun.endsWith("/") ? begun : begun + "/";
  }

  /** {@code *} any text, {@code ?} one character; the whole text. */
  static boolean glob(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return glob(pattern.substring(1), text)
          || (!text.isEmpty() && glob(pattern, text.substring(1)));
    }
    return !text.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0))
        && glob(pattern.substring(1), text.substring(1));
  }

  /** Whether Android's dynamic rules open an address. */
  public static boolean androidOpens(List<Map<String, Object>> rules, Address address) {
    for (Map<String, Object> rule : rules) {
      if (androidMatches(rule, address)) {
        return !Boolean.TRUE.equals(rule.get("exclude"));
      }
    }
    return false;
  }

  private static boolean androidMatches(Map<String, Object> rule, Address address) {
    if (rule.get("/") instanceof String path && !androidText(path, address.path())) {
      return false;
    }
    if (rule.get("#") instanceof String fragment
        && (address.fragment() == null || !androidText(fragment, address.fragment()))) {
      return false;
    }
    if (rule.get("?") instanceof Map<?, ?> items) {
      for (Map.Entry<?, ?> item : items.entrySet()) {
        String pattern = item.getKey() + "=" + item.getValue();
        String query = address.query();
        if (query == null
            || List.of(query.split("&")).stream().noneMatch(each -> androidText(pattern, each))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Without wildcards the text itself, with one at the end a beginning, else a simple glob. */
  private static boolean androidText(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0 && !pattern.contains("?")) {
      return pattern.equals(text);
    }
    if (star == pattern.length() - 1 && !pattern.contains("?")) {
      return text.startsWith(pattern.substring(0, star));
    }
    StringBuilder glob = new StringBuilder();
    for (char unit : pattern.toCharArray()) {
      glob.append(
          switch (unit) {
            case '*' -> ".*";
            case '?' -> ".";
            case '.' -> "\\.";
            case '\\' -> "\\\\";
            default -> String.valueOf(unit);
          });
    }
    return simpleGlob(glob.toString(), text);
  }

  /**
   * PatternMatcher's simple glob: one pass, no way back. An unescaped dot with a star runs to the
   * first copy of the character behind it; any other character with a star takes as many copies as
   * there are; a dot without a star, escaped or not, is any character.
   */
  public static boolean simpleGlob(String pattern, String text) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    int p = 0;
    int t = 0;
    while (p < pattern.length() && t < text.length()) {
      char c = pattern.charAt(p++);
      boolean escaped = c == '\\';
      if (escaped) {
        c = p < pattern.length() ? pattern.charAt(p) : 0;
        p++;
      }
      boolean star = p < pattern.length() && pattern.charAt(p) == '*';
      if (star && c == '.' && !escaped) {
        if (p == pattern.length() - 1) {
          return true;
        }
        p++;
        if (pattern.charAt(p) == '\\') {
          p++;
        }
        char stop = p < pattern.length() ? pattern.charAt(p) : 0;
        while (t < text.length() && text.charAt(t) != stop) {
          t++;
        }
        if (t == text.length()) {
          return false;
        }
        p++;
        t++;
      } else if (star) {
        while (t < text.length() && text.charAt(t) == c) {
          t++;
        }
        p++;
      } else {
        if (c != '.' && text.charAt(t) != c) {
          return false;
        }
        t++;
      }
    }
    return (p >= pattern.length() && t == text.length())
        || (p == pattern.length() - 2 && pattern.endsWith(".*"));
  }
}
