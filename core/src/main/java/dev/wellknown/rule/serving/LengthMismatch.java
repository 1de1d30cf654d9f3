package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * RFC 9112 §6.3: a reader takes as many bytes as were announced, and an answer that ends earlier is
 * incomplete. Typical of a length that was counted before compressing, or in characters.
 */
final class LengthMismatch extends FileAnswerRule {

  private static final String HEADER = "Content-Length";

  LengthMismatch() {
    super(Severity.ERROR, ALL, Evidence.DOCUMENTED, "The Content-Length is not that of the file");
  }

  /** Whether the length that was announced decides where the body ends. */
  static boolean isAboutLengths(Answered answer) {
    return answer.headers().first(HEADER).isPresent()
        && answer.headers().first("Transfer-Encoding").isEmpty();
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    if (!isAboutLengths(answer)) {
      return Optional.empty();
    }
    List<String> lengths = answer.headers().values(HEADER);
    String announced = String.join(", ", lengths.stream().map(Printable::quote).toList());
    Incomplete cut = answer.body().incomplete();
    long size = answer.body().wireSize();
    if (content == ServedContent.CUT_BY_LENGTH) {
      return Optional.of(
          wrong(
              serving,
              announced,
              "more comes than the "
                  + size
                  + " bytes that Content-Length announces, and within them the file has no end"));
    }
    if (cut == Incomplete.CUT_SHORT) {
      return Optional.of(
          wrong(
              serving,
              announced,
              "Content-Length announces " + announced + " bytes, and " + size + " come"));
    }
    if (cut == Incomplete.FRAMING_BROKEN) {
      return Optional.of(
          wrong(
              serving,
              announced,
              lengths.size() > 1
                  ? "Content-Length stands there more than once, as " + announced
                  : "Content-Length is no number: " + announced));
    }
    return Optional.empty();
  }

  private Finding wrong(Serving serving, String announced, String message) {
    return finding(
            serving,
            message,
            "leave Content-Length to the server; where an application sets it, count bytes, not"
                + " characters, and after compressing")
        .withSeen("Content-Length: " + announced)
        .withExpected("the number of bytes that are sent");
  }
}
