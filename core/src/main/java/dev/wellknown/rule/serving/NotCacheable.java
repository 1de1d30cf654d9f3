package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.time.Duration;
import java.util.Optional;

/** Harmless to the readers, which come seldom. Insights Hub's gateway does so by default. */
final class NotCacheable extends FileAnswerRule {

  NotCacheable() {
    super(Severity.NOTE, NONE, Evidence.DERIVED, "No cache may keep the file");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    CacheControl control = CacheControl.of(answer);
    boolean forbidden =
        control.has("no-store")
            || control.has("no-cache")
            || control.lifetime().filter(Duration::isZero).isPresent();
    if (content != ServedContent.FILE || !forbidden) {
      return Optional.empty();
    }
    String shown = String.join(", ", control.directives());
    return Optional.of(
        finding(
                serving,
                "Cache-Control keeps caches from storing the file, so that every request reaches the"
                    + " server",
                serving.atGateway()
                    ? "leave it: Insights Hub's gateway sends this by default, and readers do not mind"
                    : "allow an hour, \"Cache-Control: max-age=3600\", or leave it: readers do not"
                        + " mind")
            .withSeen(shown)
            .withExpected("max-age=3600"));
  }
}
