package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a Content-Type header (RFC 9110 §8.3), read leniently.
 *
 * @param type type and subtype in lower case; what stands there instead, where it has not that form
 * @param charset the parameter of that name in lower case, or null
 */
public record MediaType(String type, @Nullable String charset) {

  static final String JSON = "application/json";

  private static final Pattern CHARSET =
      Pattern.compile(
          ";\\s*charset\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]*))", Pattern.CASE_INSENSITIVE);

  /** The first of an answer; of an empty type where it has none. */
  public static MediaType of(Answered answer) {
    List<String> values = values(answer);
    return values.isEmpty() ? new MediaType("", null) : of(values.get(0));
  }

  static MediaType of(String value) {
    int end = value.indexOf(';');
    String type = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    Matcher charset = CHARSET.matcher(value);
    if (!charset.find()) {
      return new MediaType(type, null);
    }
    String quoted = charset.group(1);
    String found = quoted == null ? charset.group(2) : quoted;
    return new MediaType(type, found.strip().toLowerCase(Locale.ROOT));
  }

  /** All that are not blank, as they were written. */
  static List<String> values(Answered answer) {
    return answer.headers().values("Content-Type").stream()
        .filter(value -> !value.isBlank())
        .toList();
  }

  /** Whether it is the type of both files; parameters, such as a charset, are no matter. */
  public boolean isJson() {
    return type.equals(JSON);
  }

  boolean isJsonSuffix() {
    return type.matches("application/[!#$&^_.+a-z0-9-]+\\+json");
  }

  boolean isMarkup() {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }
}
