package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Oddity;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;

/** RFC 9112 §6.1 and §6.3: such an answer may be taken, and may be refused. */
final class AmbiguousLength extends FileAnswerRule {

  AmbiguousLength() {
    super(Severity.WARNING, NONE, Evidence.DOCUMENTED, "The answer says twice how long it is");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    boolean both = answer.oddities().contains(Oddity.LENGTH_AND_CHUNKED);
    if (!both && !answer.oddities().contains(Oddity.LENGTH_REPEATED)) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            serving,
            both
                ? "the answer has both a Content-Length and a Transfer-Encoding, of which only the"
                    + " latter counts"
                : "Content-Length stands there more than once, with the same value",
            "send one of them, once: strict readers and proxies refuse the answer"));
  }
}
