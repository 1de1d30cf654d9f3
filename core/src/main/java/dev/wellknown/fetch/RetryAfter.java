package dev.wellknown.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a server asks to be left alone (RFC 9110 §10.2.3). */
final class RetryAfter {

  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final Pattern SECONDS = Pattern.compile("[0-9]+");

  private RetryAfter() {}

  /** At most {@link #LONGEST}; empty where the header is missing or makes no sense. */
  static Optional<Duration> of(Headers headers, Instant now) {
    return headers.first("Retry-After").flatMap(value -> parse(value, now)).map(RetryAfter::cap);
  }

  private static Optional<Duration> parse(String value, Instant now) {
    if (SECONDS.matcher(value).matches()) {
      // Whatever does not fit is long enough.
      return Optional.of(
          value.length() > 9 ? LONGEST : Duration.ofSeconds(Integer.parseInt(value)));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, until));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration cap(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
