package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Seen;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import java.util.Optional;

/** The files are asked for over TLS only. */
final class PlainHttpOnTlsPort extends FailureRule {

  PlainHttpOnTlsPort() {
    super(
        Evidence.DOCUMENTED,
        "The server speaks plain HTTP where TLS is expected",
        reasons(Reason.NOT_TLS));
  }

  @Override
  Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    if (failure.seen() != Seen.HTTP) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
                serving,
                "the server answers the TLS handshake in plain HTTP",
                "switch TLS on for this port (nginx: \"listen 443 ssl\"; Apache: \"SSLEngine on\")")
            .withSeen("HTTP without TLS")
            .withExpected("TLS"));
  }
}
