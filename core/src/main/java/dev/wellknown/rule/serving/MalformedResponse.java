package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Incomplete;
import dev.wellknown.fetch.Malformed;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Google's service has an error of its own for this, MALFORMED_HTTP_RESPONSE. */
final class MalformedResponse extends ServingRule {

  MalformedResponse() {
    super(
        Severity.ERROR, ALL, Evidence.DERIVED, "The answer is not what HTTP/1.1 says an answer is");
  }

  @Override
  Optional<Finding> judge(Serving serving) {
    Observation answer = serving.answer();
    if (answer instanceof Unreachable unreachable
        && unreachable.failure().reason() == Reason.MALFORMED) {
      Malformed malformed = unreachable.failure().malformed();
      return Optional.of(finding(serving, what(malformed), fix(malformed)));
    }
    if (answer instanceof Answered answered
        && answered.status() == FileAnswerRule.OK
        && answered.body().incomplete() == Incomplete.FRAMING_BROKEN
        && !LengthMismatch.isAboutLengths(answered)) {
      return Optional.of(
          finding(
              serving,
              "where the body ends cannot be told: its chunks or its transfer coding are not as"
                  + " HTTP/1.1 wants them",
              "send the file with a Content-Length, and without a Transfer-Encoding"));
    }
    return Optional.empty();
  }

  private static String what(@Nullable Malformed malformed) {
    if (malformed == null) {
      return "the answer cannot be read";
    }
    return switch (malformed) {
      case STATUS_LINE -> "the answer does not begin with a status line";
      case STATUS_CODE -> "the status is no number of three digits";
      case VERSION -> "the answer is in another version than HTTP/1";
      case HTTP2 -> "the server speaks HTTP/2 without having been asked to";
      case HEADER -> "a line among the headers is no header";
    };
  }

  private static String fix(@Nullable Malformed malformed) {
    return malformed == Malformed.HTTP2
        ? "let the server speak HTTP/1.1 too, and HTTP/2 only where the client chose it in the TLS"
            + " handshake (ALPN)"
        : "look at what writes the answer: an application's own server, or a proxy in front of it";
  }
}
