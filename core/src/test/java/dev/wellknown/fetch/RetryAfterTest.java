package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(Headers.of("retry-after", value), NOW);
  }

  @Test
  void readsSecondsAndDates() {
    assertThat(of("0")).contains(Duration.ZERO);
    assertThat(of("7")).contains(Duration.ofSeconds(7));
    assertThat(of("Sat, 21 Nov 2026 10:00:09 GMT")).contains(Duration.ofSeconds(9));
    assertThat(of("Sat, 21 Nov 2026 09:00:00 GMT")).contains(Duration.ZERO);
  }

  @Test
  void neverWaitsLongerThanHalfAMinute() {
    assertThat(of("31")).contains(RetryAfter.LONGEST);
    assertThat(of("99999999999999999999")).contains(RetryAfter.LONGEST);
    assertThat(of("Sat, 21 Nov 2099 10:00:00 GMT")).contains(RetryAfter.LONGEST);
  }

  @Test
  void readsNothingElse() {
    assertThat(of("soon")).isEmpty();
    assertThat(of("-1")).isEmpty();
    assertThat(of("1.5")).isEmpty();
    assertThat(RetryAfter.of(Headers.NONE, NOW)).isEmpty();
  }
}
