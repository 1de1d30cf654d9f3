package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The directives of Cache-Control (RFC 9111 §5.2), in lower case.
 *
 * @param directives in their order, without blanks around them
 */
record CacheControl(List<String> directives) {

  private static final int DIGITS = 12;

  static CacheControl of(Answered answer) {
    return new CacheControl(
        answer.headers().values("Cache-Control").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(each -> each.strip().toLowerCase(Locale.ROOT))
            .filter(each -> !each.isEmpty())
            .toList());
  }

  boolean has(String directive) {
    return directives.contains(directive);
  }

  /** How long a cache between may keep the answer. */
  Optional<Duration> lifetime() {
    return age("s-maxage=").or(() -> age("max-age="));
  }

  private Optional<Duration> age(String directive) {
    return directives.stream()
        .filter(each -> each.startsWith(directive))
        .map(each -> each.substring(directive.length()).replace("\"", ""))
        .filter(each -> each.matches("[0-9]{1," + DIGITS + "}"))
        .map(each -> Duration.ofSeconds(Long.parseLong(each)))
        .findFirst();
  }
}
