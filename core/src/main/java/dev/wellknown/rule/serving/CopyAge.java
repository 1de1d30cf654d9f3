package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import java.time.Duration;
import java.util.Optional;

/**
 * How old what a cache hands out is, and how long it stays at least (RFC 9111 §5.1 and §5.2.2.1).
 *
 * @param age since the cache had it from its origin; empty where the cache does not say
 * @param stays until the cache asks again at the earliest, never negative; empty where the cache
 *     does not say
 */
public record CopyAge(Optional<Duration> age, Optional<Duration> stays) {

  /** What the headers Age and Cache-Control of an answer say. */
  public static CopyAge of(Answered answer) {
    Optional<Duration> age =
        answer
            .headers()
            .first("Age")
            .map(String::strip)
            .filter(text -> text.matches("[0-9]{1,12}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    Optional<Duration> stays =
        CacheControl.of(answer).lifetime().map(most -> most.minus(age.orElse(Duration.ZERO)));
    return new CopyAge(age, stays.map(CopyAge::notNegative));
  }

  /** What a service says itself: for how long its answer holds. */
  public static CopyAge holdingFor(Duration stays) {
    return new CopyAge(Optional.empty(), Optional.of(notNegative(stays)));
  }

  private static Duration notNegative(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  /** A further sentence about both; empty where nothing is known. */
  public String words() {
    if (age.isEmpty() && stays.isEmpty()) {
      return "";
    }
    String old = age.map(time -> "is " + words(time) + " old").orElse("");
    String then =
        stays
            .map(
                time -> time.isZero() ? "may change now" : "stays for " + words(time) + " at least")
            .orElse("");
    return ". This answer " + old + (old.isEmpty() || then.isEmpty() ? "" : " and ") + then;
  }

  private static String words(Duration time) {
    long minutes = time.toMinutes();
    if (minutes < 2) {
      return time.toSeconds() + " s";
    }
    if (time.toHours() < 2) {
      return minutes + " minutes";
    }
    return time.toDays() < 2 ? time.toHours() + " hours" : time.toDays() + " days";
  }
}
