package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import java.util.Optional;

/** TLS 1.0 and 1.1 are deprecated by RFC 8996; Apple's systems ask for 1.2. */
final class TlsTooOld extends FailureRule {

  TlsTooOld() {
    super(
        Evidence.DOCUMENTED,
        "The server has no TLS version newer than 1.1",
        reasons(Reason.TLS_TOO_OLD));
  }

  @Override
  Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    return Optional.of(
        finding(
                serving,
                "the server speaks TLS 1.1 or older only",
                "switch TLS 1.2 and 1.3 on in the server, or put a newer one in front of it")
            .withSeen("TLS 1.1 or older")
            .withExpected("TLS 1.2 or 1.3"));
  }
}
