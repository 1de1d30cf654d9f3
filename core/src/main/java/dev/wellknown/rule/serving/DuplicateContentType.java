package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** RFC 9110 §5.3 allows one. Which of several counts is every reader's own affair. */
final class DuplicateContentType extends FileAnswerRule {

  DuplicateContentType() {
    super(Severity.WARNING, NONE, Evidence.DERIVED, "The answer has more than one Content-Type");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    List<String> values = MediaType.values(answer);
    if (content != ServedContent.FILE || values.size() < 2) {
      return Optional.empty();
    }
    String all = String.join(", ", values.stream().map(Printable::quote).toList());
    boolean json = values.stream().anyMatch(value -> MediaType.of(value).isJson());
    Finding finding =
        finding(
                serving,
                "the answer has "
                    + values.size()
                    + " Content-Type headers: "
                    + all
                    + (json ? "; which of them counts differs" : ", and none is application/json"),
                "let one place set the type: the application, or the server before it")
            .withSeen(all)
            .withExpected("one Content-Type: application/json");
    if (json || serving.kind() == Kind.AASA) {
      return Optional.of(finding);
    }
    // Whichever it takes, Google's service refuses it.
    return Optional.of(
        finding.withSeverity(Severity.ERROR).withBreaks(EnumSet.of(Reader.GOOGLE_API)));
  }
}
