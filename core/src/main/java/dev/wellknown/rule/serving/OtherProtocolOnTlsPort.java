package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Seen;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import java.util.Optional;

/** Something listens there, but no web server. */
final class OtherProtocolOnTlsPort extends FailureRule {

  OtherProtocolOnTlsPort() {
    super(
        Evidence.DOCUMENTED,
        "Something other than a web server answers on the port",
        reasons(Reason.NOT_TLS));
  }

  @Override
  Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    Seen seen = failure.seen();
    if (seen == Seen.HTTP) {
      return Optional.empty();
    }
    String what =
        seen == Seen.SSH
            ? "SSH"
            : seen == Seen.MAIL_OR_FTP ? "a mail or FTP server's greeting" : "no TLS";
    return Optional.of(
        finding(
                serving,
                "the server answers the TLS handshake with "
                    + (seen == Seen.SSH || seen == Seen.MAIL_OR_FTP
                        ? what
                        : "something that is no TLS"),
                "let a web server with TLS answer at this address and port, or correct the name's"
                    + " address")
            .withSeen(what)
            .withExpected("TLS"));
  }
}
