package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;

/**
 * Google writes the host with its final dot, and asks that both forms give the same
 * (https://developer.android.com/training/app-links/troubleshoot). Many good servers do not know
 * the dot, so this is a warning.
 */
final class DiffersByTrailingDotHost extends ServingRule {

  DiffersByTrailingDotHost() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "The host with a final dot gives another answer than without");
  }

  @Override
  Optional<Finding> judge(Serving serving) {
    Observation other = serving.withFinalDot().orElse(null);
    if (other == null || serving.kind() != Kind.ASSETLINKS || serving.file().isEmpty()) {
      return Optional.empty();
    }
    Variant variant = Variant.of(serving.answer(), other);
    if (variant == Variant.SAME || variant == Variant.TROUBLE) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
                serving,
                "asked as "
                    + other.uri().getHost()
                    + ", with a final dot, the server gives "
                    + (variant == Variant.OTHER_FILE ? "another file" : Shown.outcome(other)),
                "let the server take the name with the final dot too; Google's service writes it so")
            .withSeen(Shown.outcome(other))
            .withExpected("the same file"));
  }
}
