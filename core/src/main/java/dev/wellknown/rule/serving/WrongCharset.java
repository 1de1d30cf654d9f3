package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * JSON is UTF-8 and has no charset of its own (RFC 8259 §8.1, §11); Android's agent decodes as
 * UTF-8 whatever the header says.
 */
final class WrongCharset extends FileAnswerRule {

  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  WrongCharset() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "The Content-Type names another encoding than UTF-8");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer, ServedContent content) {
    List<String> values = MediaType.values(answer);
    if (content != ServedContent.FILE || values.size() != 1) {
      return Optional.empty();
    }
    String charset = MediaType.of(values.get(0)).charset();
    if (charset == null || UTF_8.contains(charset)) {
      return Optional.empty();
    }
    boolean plain = isPlain(answer.body().bytes());
    return Optional.of(
        finding(
                serving,
                "the Content-Type names the encoding "
                    + Printable.quote(charset)
                    + ", and the file is read as UTF-8",
                "leave the charset out, or write \"charset=utf-8\"")
            // Letters of plain English are the same in nearly all encodings.
            .withSeverity(plain && !charset.startsWith("utf-") ? Severity.NOTE : Severity.WARNING)
            .withSeen(charset)
            .withExpected("utf-8"));
  }

  private static boolean isPlain(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }
}
