package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.time.Duration;
import java.util.Optional;

/**
 * The validity of statements follows the HTTP caching headers, within bounds of the reader's choice
 * (https://github.com/google/digitalassetlinks/blob/master/well-known/details.md).
 */
final class CachedTooLong extends FileAnswerRule {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  CachedTooLong() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "Caches may keep the file for a very long time");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    CacheControl control = CacheControl.of(answer);
    Duration lifetime = control.lifetime().orElse(Duration.ZERO);
    boolean kept = !control.has("no-store") && !control.has("no-cache");
    if (content != ServedContent.FILE || !kept || lifetime.compareTo(WEEK) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
                serving,
                "caches may keep the file for "
                    + lifetime.toDays()
                    + " days, and with it a certificate or path that was changed since",
                "shorten it to an hour or a day for " + serving.path())
            .withSeverity(lifetime.compareTo(MONTH) > 0 ? Severity.WARNING : Severity.NOTE)
            .withSeen("Cache-Control: " + String.join(", ", control.directives()))
            .withExpected("max-age=3600"));
  }
}
