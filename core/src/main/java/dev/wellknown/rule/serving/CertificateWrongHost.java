package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem.Kind;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Only the subjectAltName counts, and a star stands for one label (RFC 9525 §6.3). */
final class CertificateWrongHost extends CertificateRule {

  private static final int MOST = 5;

  CertificateWrongHost() {
    super("The certificate was issued for other names", Set.of(Kind.WRONG_HOST));
  }

  @Override
  Finding judge(Serving serving, Culprit culprit) {
    ServerCertificate certificate = culprit.certificate();
    List<String> names = certificate == null ? List.of() : certificate.names();
    String host = String.valueOf(culpritHost(serving));
    Finding finding =
        finding(
            serving,
            "the certificate is not for "
                + Printable.quote(host)
                + (names.isEmpty()
                    ? ": it has no DNS name among its alternative names"
                    : ": it names " + shown(names))
                + (isLevelTooDeep(host, names) ? "; a * stands for one label only" : ""),
            "get a certificate with "
                + Printable.quote(host)
                + " among its alternative names, and let the server use it for this host (SNI)");
    return finding
        .withSeen(names.isEmpty() ? null : shown(names))
        .withExpected(Printable.quote(host));
  }

  private static String culpritHost(Serving serving) {
    return serving.answer().uri().getHost();
  }

  private static boolean isLevelTooDeep(String host, List<String> names) {
    return names.stream()
        .filter(name -> name.startsWith("*."))
        .anyMatch(name -> host.endsWith(name.substring(1)));
  }

  private static String shown(List<String> names) {
    String first =
        names.stream().limit(MOST).map(Printable::quote).collect(Collectors.joining(", "));
    return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
  }
}
