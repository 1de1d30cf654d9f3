package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Google's service demands a type
 * (https://developer.android.com/training/app-links/configure-assetlinks); nobody else does.
 */
final class MissingContentType extends FileAnswerRule {

  MissingContentType() {
    super(
        Severity.ERROR,
        EnumSet.of(Reader.GOOGLE_API),
        Evidence.DOCUMENTED,
        "The answer has no Content-Type");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    if (content != ServedContent.FILE || !MediaType.values(answer).isEmpty()) {
      return Optional.empty();
    }
    boolean apple = serving.kind() == Kind.AASA;
    Finding finding =
        finding(
                serving,
                "the answer does not say of which type the file is"
                    + (apple ? "; Apple does not ask for it" : ", and Google's service refuses it"),
                "serve " + serving.path() + " as \"Content-Type: application/json\"")
            .withExpected(MediaType.JSON);
    return Optional.of(
        apple ? finding.withSeverity(Severity.NOTE).withEvidence(Evidence.DERIVED) : finding);
  }
}
