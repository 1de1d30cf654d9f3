package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;

/**
 * A body is whole only where its framing says so (RFC 9112 §8). Where nothing says so, and the JSON
 * has its end, readers may well take it.
 */
final class TruncatedBody extends FileAnswerRule {

  TruncatedBody() {
    super(Severity.ERROR, ALL, Evidence.DERIVED, "The file breaks off before its end");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    Incomplete cut = answer.body().incomplete();
    if (cut == null) {
      return Optional.empty();
    }
    long size = answer.body().wireSize();
    return switch (cut) {
      case CUT_SHORT ->
          LengthMismatch.isAboutLengths(answer)
              ? Optional.empty()
              : Optional.of(
                  broken(serving, size, "the connection was closed without the last chunk"));
      case TLS_BROKEN -> Optional.of(broken(serving, size, "what follows cannot be decrypted"));
      case END_NOT_PROVEN ->
          Optional.of(
              content == ServedContent.INCOMPLETE
                  ? broken(
                      serving,
                      size,
                      "the connection ended without a length and without TLS's own end")
                  : finding(
                          serving,
                          "nothing says that the file is whole: the answer has no length, and the"
                              + " connection ended without TLS's own end (close_notify)",
                          "send a Content-Length")
                      .withSeverity(Severity.WARNING)
                      .withBreaks(NONE));
      default -> Optional.empty();
    };
  }

  private Finding broken(Serving serving, long size, String how) {
    return finding(
            serving,
            "the file breaks off behind " + size + " bytes: " + how,
            "serve the file from disk with a Content-Length; look for a crash or a time limit of"
                + " what writes the answer")
        .withSeen(size + " bytes");
  }
}
