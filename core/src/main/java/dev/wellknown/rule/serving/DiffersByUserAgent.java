package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Servers' logs show Apple's crawler as AASA-Bot and Google's as GoogleAssociationService. Apple
 * asks for a file that is the same for every user agent
 * (https://developer.apple.com/documentation/technotes/tn3155-debugging-universal-links).
 */
final class DiffersByUserAgent extends ServingRule {

  private static final Set<Reader> CRAWLERS = EnumSet.of(Reader.APPLE_CDN, Reader.GOOGLE_API);

  DiffersByUserAgent() {
    super(
        Severity.ERROR,
        CRAWLERS,
        Evidence.OBSERVED,
        "The platform's crawler gets another answer than others");
  }

  @Override
  Optional<Finding> judge(Serving serving) {
    Observation other = serving.asCrawler().orElse(null);
    if (other == null) {
      return Optional.empty();
    }
    String crawler = serving.kind() == Kind.AASA ? "Apple's crawler" : "Google's crawler";
    Set<Reader> readers = readers(serving, CRAWLERS);
    String gives = "the server gives " + crawler + " " + Shown.outcome(other);
    String message = gives + ", and others " + Shown.outcome(serving.answer());
    return switch (Variant.of(serving.answer(), other)) {
      case SAME -> Optional.empty();
      case NO_FILE -> Optional.of(told(serving, message, other));
      case TROUBLE ->
          Optional.of(
              told(serving, message, other)
                  .withSeverity(Severity.WARNING)
                  .withBreaks(NONE)
                  .withUndecided(readers));
      case OTHER_FILE ->
          Optional.of(
              told(serving, message + " with other content", other)
                  .withSeverity(Severity.WARNING)
                  .withBreaks(NONE));
      case ONLY_FILE ->
          Optional.of(
              told(serving, message, other).withSeverity(Severity.WARNING).withBreaks(NONE));
    };
  }

  private Finding told(Serving serving, String message, Observation other) {
    return finding(
            serving,
            message,
            "give everybody the same answer: exempt "
                + serving.path()
                + " from bot checks, firewalls and rules about user agents")
        .withSeen(Shown.outcome(other))
        .withExpected("the same file for every user agent");
  }
}
