package dev.wellknown.match;

import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Apple's systems make of a file and a URL, written down slowly, sentence by sentence from the
 * descriptions of their behaviour, with nothing of the code under test: texts are copied, patterns
 * are matched by trying.
 */
final class ReferenceAppleMatcher {

  /** RFC 3986, appendix B. */
  private static final Pattern URL =
      Pattern.compile("(?s)(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

  private static final Pattern AUTHORITY =
      Pattern.compile("(?s)(?:.*@)?(\\[.*]|[^:]*|.*)(?::([^:\\]]*))?");

  private static final Map<String, String> CLASSES =
      Map.of(
          "alpha", "[A-Za-z]",
          "upper", "[A-Z]",
          "lower", "[a-z]",
          "alnum", "[A-Za-z0-9]",
          "digit", "[0-9]",
          "xdigit", "[0-9A-Fa-f]");

  private static final Map<String, List<String>> CODES =
      Map.of("region", codes("region"), "lang", codes("lang"));

  private static final Map<String, List<String>> FOLDED_CODES =
      Map.of(
          "region", CODES.get("region").stream().map(ReferenceAppleMatcher::fold).toList(),
          "lang", CODES.get("lang").stream().map(ReferenceAppleMatcher::fold).toList());

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final @Nullable JsonObject applinks;

  ReferenceAppleMatcher(String json) {
    JsonValue root =
        Document.json(json.getBytes(StandardCharsets.UTF_8), "file").value().orElseThrow();
    this.applinks = root instanceof JsonObject object ? object.object("applinks") : null;
  }

  AppleVerdict verdict(String given, String app) {
    String url = escapeWhatUrlsCannotHold(given);
    Matcher parts = URL.matcher(url);
    if (applinks == null || !parts.matches() || !isEligible(parts)) {
      return AppleVerdict.NO_MATCH;
    }
    JsonValue details = applinks.get("details");
    if (details == null) {
      JsonArray apps = applinks.array("apps");
      boolean named =
          apps != null
              && apps.elements().stream()
                  .anyMatch(id -> id.asText() != null && normalId(id.asText()).equals(app));
      return named ? AppleVerdict.OPENS : AppleVerdict.NO_MATCH;
    }
    if (details instanceof JsonArray entries) {
      for (JsonValue entry : entries.elements()) {
        if (entry instanceof JsonObject object && names(object, null, app)) {
          return verdict(object, parts);
        }
      }
    } else if (details instanceof JsonObject byApp) {
      for (JsonObject.Member member : byApp.members()) {
        if (member.value() instanceof JsonObject object && names(object, member.name(), app)) {
          return verdict(object, parts);
        }
      }
    }
    return AppleVerdict.NO_MATCH;
  }

  private static boolean isEligible(Matcher parts) {
    String scheme = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return false;
    }
    Matcher authority = AUTHORITY.matcher(parts.group(2) == null ? "" : parts.group(2));
    if (!authority.matches() || !authority.group(1).contains(".")) {
      return false;
    }
    String port = authority.group(2);
    return port == null
        || port.isEmpty()
        || (port.matches("[0-9]{1,9}")
            && Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80));
  }

  /** Platforms hand on URLs in ASCII. */
  private static String escapeWhatUrlsCannotHold(String url) {
    StringBuilder text = new StringBuilder();
    url.codePoints()
        .forEach(
            point -> {
              if (point > ' ' && point < 127) {
                text.appendCodePoint(point);
              } else {
                for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                  text.append('%').append(String.format("%02X", each));
                }
              }
            });
    return text.toString();
  }

  /** The prefix is upper-cased, if the first dot is at index 10. */
  private static String normalId(String id) {
    return id.indexOf('.') == 10
        ? id.substring(0, 10).toUpperCase(Locale.ROOT) + id.substring(10)
        : id;
  }

  private static boolean names(JsonObject entry, @Nullable String key, String app) {
    List<JsonValue> ids = new ArrayList<>();
    if (entry.get("appIDs") instanceof JsonArray several) {
      ids.addAll(several.elements());
    } else if (entry.has("appID")) {
      ids.add(entry.get("appID"));
    } else if (key != null) {
      return normalId(key).equals(app);
    }
    return ids.stream().anyMatch(id -> id.asText() != null && normalId(id.asText()).equals(app));
  }

  private AppleVerdict verdict(JsonObject entry, Matcher url) {
    if (entry.get("components") instanceof JsonArray components) {
      for (JsonValue component : components.elements()) {
        Rule rule = new Rule(entry);
        if (component instanceof JsonObject object) {
          object
              .members()
              .forEach(member -> rule.own.put(member.name(), object.get(member.name())));
        }
        if (rule.matches(url)) {
          return rule.verdict();
        }
      }
      return AppleVerdict.NO_MATCH;
    }
    if (entry.get("paths") instanceof JsonArray paths) {
      for (JsonValue path : paths.elements()) {
        Rule rule = new Rule(entry);
        String text = path.asText();
        if (text != null) {
          rule.path = text;
          if (text.toUpperCase(Locale.ROOT).startsWith("NOT ")) {
            rule.path = text.substring(4);
            rule.not = true;
          }
        }
        if (rule.matches(url)) {
          return rule.verdict();
        }
      }
      return AppleVerdict.NO_MATCH;
    }
    return AppleVerdict.OPENS;
  }

  /** A component, or a path of the old list. */
  private final class Rule {
    private final Map<String, JsonValue> own = new HashMap<>();
    private final JsonObject entry;
    private @Nullable String path;
    private boolean not;

    Rule(JsonObject entry) {
      this.entry = entry;
    }

    /** Component, then app, then domain, key by key. */
    @Nullable JsonValue get(String key) {
      if (own.containsKey(key)) {
        return own.get(key);
      }
      if (entry.get("defaults") instanceof JsonObject ofApp && ofApp.has(key)) {
        return ofApp.get(key);
      }
      return applinks != null && applinks.get("defaults") instanceof JsonObject ofDomain
          ? ofDomain.get(key)
          : null;
    }

    AppleVerdict verdict() {
      return not || flag("exclude", false) ? AppleVerdict.EXCLUDED : AppleVerdict.OPENS;
    }

    boolean flag(String key, boolean otherwise) {
      JsonValue value = get(key);
      if (value == null) {
        return otherwise;
      }
      if (value instanceof JsonBoolean bool) {
        return bool.value();
      }
      if (value instanceof JsonNumber number) {
        return Double.parseDouble(number.literal()) != 0;
      }
      if (value instanceof JsonNull || value.asText() == null) {
        return false;
      }
      return List.of("true", "yes", "1").contains(value.asText().toLowerCase(Locale.ROOT));
    }

    boolean matches(Matcher url) {
      boolean fold = !not && !flag("caseSensitive", true);
      boolean decode = !flag("percentEncoded", true);
      String pathPattern = path != null ? path : text("/");
      if (pathPattern != null
          && !pathPattern.equals("*")
          && !fits(normalised(pathPattern), normalised(seen(url.group(3), decode)), fold)) {
        return false;
      }
      String fragment = text("#");
      if (fragment != null && !fits(fragment, seen(url.group(5), decode), fold)) {
        return false;
      }
      String query = text("?");
      if (query != null) {
        return fits(query, seen(url.group(4), decode), fold);
      }
      return !(get("?") instanceof JsonObject items)
          || items.members().stream().anyMatch(item -> items.text(item.name()) == null)
          || items.members().stream()
              .allMatch(
                  item ->
                      values(url.group(4), item.name(), decode).stream()
                          .allMatch(value -> fits(items.text(item.name()), value, fold)));
    }

    @Nullable String text(String key) {
      JsonValue value = get(key);
      return value == null ? null : value.asText();
    }
  }

  /** Splitting happens before decoding; a missing item, or one without "=", is empty. */
  private static List<String> values(@Nullable String query, String name, boolean decode) {
    List<String> values = new ArrayList<>();
    for (String item : (query == null ? "" : query).split("&", -1)) {
      String[] sides = item.split("=", 2);
      if (seen(sides[0], decode).equals(name)) {
        values.add(sides.length == 1 ? "" : seen(sides[1], decode));
      }
    }
    return values.isEmpty() ? List.of("") : values;
  }

  private static String seen(@Nullable String part, boolean decode) {
    if (part == null) {
      return "";
    }
    if (!decode) {
      return part;
    }
    if (BROKEN_ESCAPE.matcher(part).find()) {
      return part;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '%') {
        bytes.write(Integer.parseInt(part.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(part.charAt(i));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return part;
    }
  }

  private static String normalised(String path) {
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
    if (text.equals("*")) {
      return "/*/";
    }
    text = text.startsWith("*") || text.startsWith("/") ? text : "/" + text;
    return text.endsWith("*") || text.endsWith("/") ? text : text + "/";
  }

  private boolean fits(@Nullable String pattern, String text, boolean fold) {
    return pattern != null
        && (pattern.equals("*")
            || (isUsable(pattern) && tries(pattern, fold ? fold(text) : text, fold)));
  }

  /** Unknown name, empty list or missing parenthesis: the pattern never matches. */
  private boolean isUsable(String pattern) {
    int start = pattern.indexOf("$(");
    // A backslash takes the next character with it.
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
      } else if (pattern.startsWith("$(", i)) {
        start = i;
        break;
      } else {
        start = -1;
      }
    }
    if (start < 0) {
      return true;
    }
    int end = pattern.indexOf(')', start);
    if (end < 0) {
      return false;
    }
    String name = pattern.substring(start + 2, end);
    boolean known =
        !name.contains("$")
            && !name.contains("(")
            && (own(name) != null
                ? !own(name).isEmpty()
                : CLASSES.containsKey(name) || name.equals("region") || name.equals("lang"));
    return known && isUsable(pattern.substring(end + 1));
  }

  private boolean tries(String pattern, String text, boolean fold) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    int first = pattern.codePointAt(0);
    String rest = pattern.substring(Character.charCount(first));
    String tail = text.isEmpty() ? "" : text.substring(text.offsetByCodePoints(0, 1));
    if (first == '*') {
      return tries(rest, text, fold) || (!text.isEmpty() && tries(pattern, tail, fold));
    }
    if (pattern.startsWith("$(")) {
      int end = pattern.indexOf(')');
      String name = pattern.substring(2, end);
      String behind = pattern.substring(end + 1);
      List<String> values = own(name);
      if (values == null && CLASSES.containsKey(name)) {
        String one = text.substring(0, text.length() - tail.length());
        boolean isOfClass =
            one.matches(CLASSES.get(name))
                || (fold && one.toUpperCase(Locale.ROOT).matches(CLASSES.get(name)));
        return isOfClass && tries(behind, tail, fold);
      }
      if (values == null) {
        String seen = fold ? fold(text) : text;
        for (String code : (fold ? FOLDED_CODES : CODES).get(name)) {
          if (seen.startsWith(code) && tries(behind, text.substring(code.length()), fold)) {
            return true;
          }
        }
        return false;
      }
      for (String value : values) {
        boolean forms = value.contains("$(") || (value.endsWith("$") && behind.startsWith("("));
        if (!forms && triesValue(value, behind, text, fold)) {
          return true;
        }
      }
      return false;
    }
    if (text.isEmpty()) {
      return false;
    }
    if (first == '?') {
      return tries(rest, tail, fold);
    }
    if (first == '\\') {
      return tries(rest.isEmpty() ? "" : rest.substring(rest.offsetByCodePoints(0, 1)), tail, fold);
    }
    String literal = Character.toString(first);
    return text.startsWith(fold ? fold(literal) : literal) && tries(rest, tail, fold);
  }

  /** The value fits some beginning of the text, and what follows the rest. */
  private boolean triesValue(String value, String behind, String text, boolean fold) {
    for (int i = 0; i <= text.length(); i = text.offsetByCodePoints(i, i < text.length() ? 1 : 0)) {
      if (tries(value, text.substring(0, i), fold) && tries(behind, text.substring(i), fold)) {
        return true;
      }
      if (i == text.length()) {
        return false;
      }
    }
    return false;
  }

  private @Nullable List<String> own(String name) {
    JsonObject variables = applinks == null ? null : applinks.object("substitutionVariables");
    JsonArray values = variables == null ? null : variables.array(name);
    return values == null
        ? null
        : values.elements().stream().map(JsonValue::asText).filter(v -> v != null).toList();
  }

  private static List<String> codes(String name) {
    try (InputStream in =
        ReferenceAppleMatcher.class.getResourceAsStream(
            "/dev/wellknown/apple/" + name + "-codes.txt")) {
      return Arrays.asList(
          new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints()
        .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
