package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import java.util.Optional;

/** No reader has one. */
final class ClientCertificateDemanded extends FailureRule {

  ClientCertificateDemanded() {
    super(
        Evidence.DERIVED,
        "The server demands a certificate of its clients",
        reasons(Reason.CLIENT_CERTIFICATE_DEMANDED));
  }

  @Override
  Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    Integer code = failure.code();
    return Optional.of(
        finding(
                serving,
                "the server demands a client certificate"
                    + (code == null ? "" : ", and ends without one by " + TlsAlert.name(code)),
                "make client certificates optional for the host, and demand them by path, not for "
                    + serving.path())
            .withExpected("a handshake without a client certificate"));
  }
}
