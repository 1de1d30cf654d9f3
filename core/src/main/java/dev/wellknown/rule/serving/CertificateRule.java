package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem;
import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.fetch.Tls;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule about a certificate that is not accepted. Apple asks for a valid one
 * (https://developer.apple.com/documentation/xcode/supporting-associated-domains), Google for a
 * chain that ends at its trusted roots
 * (https://developers.google.com/digital-asset-links/v1/create-statement). Only a device that a
 * developer has opened for {@code ?mode=developer} takes any.
 */
abstract class CertificateRule extends FailureRule {

  private final Set<CertificateProblem.Kind> kinds;

  CertificateRule(String summary, Set<CertificateProblem.Kind> kinds) {
    super(Evidence.DOCUMENTED, summary, reasons(Reason.CERTIFICATE));
    this.kinds = Set.copyOf(kinds);
  }

  @Override
  final Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    Tls tls = unreachable.connection().tls();
    List<ServerCertificate> chain = tls == null ? List.of() : tls.chain();
    return failure.problems().stream()
        .filter(problem -> kinds.contains(problem.kind()))
        .findFirst()
        .map(problem -> judge(serving, new Culprit(problem, chain)));
  }

  abstract Finding judge(Serving serving, Culprit culprit);

  /** The first certificate of the chain about which a rule has something to say. */
  record Culprit(CertificateProblem problem, List<ServerCertificate> chain) {

    /** What is known of it, or null. */
    @Nullable ServerCertificate certificate() {
      return problem.position() < chain.size() ? chain.get(problem.position()) : null;
    }

    boolean isOwn() {
      return problem.position() == 0;
    }

    /** In words: the server's own, or one further on. */
    String name() {
      ServerCertificate certificate = certificate();
      String subject =
          certificate == null ? "" : ", " + Printable.quote(certificate.subject()) + ",";
      return isOwn()
          ? "the server's certificate"
          : "certificate " + (problem.position() + 1) + " of the chain" + subject;
    }
  }
}
