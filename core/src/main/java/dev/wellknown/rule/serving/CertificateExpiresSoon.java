package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.fetch.Tls;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Renewals by machine run when about a third of the lifetime is left, whether that is a year or six
 * days. Below a quarter one has probably failed, below a sixth it is urgent.
 */
final class CertificateExpiresSoon extends AnswerRule {

  private static final Duration NOTED = Duration.ofDays(21);
  private static final Duration URGENT = Duration.ofDays(7);
  private static final int QUARTER = 4;
  private static final int SIXTH = 6;

  CertificateExpiresSoon() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "The certificate expires soon, and has not been renewed");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer) {
    Tls tls = answer.connection().tls();
    if (tls == null || tls.chain().isEmpty()) {
      return Optional.empty();
    }
    ServerCertificate own = tls.chain().get(0);
    Instant end = own.notAfter();
    Duration left = Duration.between(serving.now(), end);
    Duration lifetime = Duration.between(own.notBefore(), end);
    if (left.isNegative() || left.compareTo(least(NOTED, lifetime.dividedBy(QUARTER))) >= 0) {
      return Optional.empty();
    }
    boolean urgent = left.compareTo(least(URGENT, lifetime.dividedBy(SIXTH))) < 0;
    return Optional.of(
        finding(
                serving,
                "the certificate expires in "
                    + Shown.between(serving.now(), end)
                    + ", at "
                    + Shown.moment(end),
                "renew it, and see whether the renewal still runs by itself")
            .withSeverity(urgent ? Severity.WARNING : Severity.NOTE)
            .withSeen("valid until " + Shown.moment(end)));
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
