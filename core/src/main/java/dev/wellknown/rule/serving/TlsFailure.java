package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import java.util.Optional;

/**
 * The cipher suites that are offered are those that Chromium and Go have in common, so a server
 * that has none of them is closed to the readers too.
 */
final class TlsFailure extends FailureRule {

  TlsFailure() {
    super(
        Evidence.DERIVED, "The TLS handshake fails", reasons(Reason.TLS_ALERT, Reason.TLS_BROKEN));
  }

  @Override
  Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    Integer code = failure.code();
    if (code == null) {
      return Optional.of(
          finding(
              serving,
              "the TLS handshake fails: what the server sends makes no sense, or cannot be agreed"
                  + " on",
              "look at the server's TLS settings: versions 1.2 and 1.3, cipher suites with forward"
                  + " secrecy, a certificate of its own"));
    }
    return Optional.of(
        finding(
                serving,
                "the server ends the TLS handshake with " + TlsAlert.name(code),
                TlsAlert.fix(code))
            .withSeen(TlsAlert.name(code)));
  }
}
