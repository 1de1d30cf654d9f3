package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * A rule about an answer whose status is not 200. Android's agents, Chromium and Google's service
 * take no other (UrlFetcher in Android's StatementService, DigitalAssetLinksHandler in Chromium,
 * https://developers.google.com/digital-asset-links/v1/create-statement); Apple's archived text
 * calls 300 to 499 a denial. What stands in the body of such an answer does not count.
 */
abstract class StatusRule extends AnswerRule {

  StatusRule(Evidence evidence, String summary) {
    super(Severity.ERROR, ALL, evidence, summary);
  }

  StatusRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super(severity, breaks, evidence, summary);
  }

  @Override
  final Optional<Finding> judge(Serving serving, Answered answer) {
    return takes(answer) ? Optional.of(status(serving, answer)) : Optional.empty();
  }

  /** Whether the answer is this rule's business. */
  abstract boolean takes(Answered answer);

  abstract Finding status(Serving serving, Answered answer);

  /** A finding that says what the server answered. */
  final Finding answered(Serving serving, Answered answer, String meaning, String fix) {
    return finding(serving, message(answer, meaning), fix)
        .withSeen("status " + answer.status())
        .withExpected("status 200");
  }

  static String message(Answered answer, String meaning) {
    return "the server answers " + StatusText.of(answer) + tries(answer) + ": " + meaning;
  }
}
