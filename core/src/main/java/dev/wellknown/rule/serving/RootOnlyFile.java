package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;

/**
 * Apple's archived guide allowed either place; the current pages name the well-known one only
 * (https://developer.apple.com/documentation/xcode/supporting-associated-domains), and current
 * devices build no other address. What is wrong at the well-known address is told by another rule,
 * and counts there.
 */
final class RootOnlyFile extends ServingRule {

  RootOnlyFile() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "The file stands at the root of the host only, Apple's old location");
  }

  @Override
  Optional<Finding> judge(Serving serving) {
    Observation root = serving.atRoot().orElse(null);
    boolean denied =
        serving.answer() instanceof Answered answer
            && serving.file().isEmpty()
            && !Variant.isTrouble(answer);
    if (serving.kind() != Kind.AASA || root == null || !denied || Serving.file(root).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
                serving,
                "the file is at " + root.uri() + ", where current systems do not look for it",
                "serve the same file at /" + serving.kind().path() + " too")
            .withSeen(root.uri().toString())
            .withExpected(serving.answer().uri().toString()));
  }
}
