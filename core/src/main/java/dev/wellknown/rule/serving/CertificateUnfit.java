package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem.Kind;
import dev.wellknown.finding.Finding;
import java.util.Set;

/** RFC 5280 §4.2 and §6; every library of every reader checks this. */
final class CertificateUnfit extends CertificateRule {

  CertificateUnfit() {
    super(
        "A certificate is not meant for this, or cannot be verified",
        Set.of(Kind.UNFIT_USAGE, Kind.NAME_CONSTRAINTS, Kind.BROKEN));
  }

  @Override
  Finding judge(Serving serving, Culprit culprit) {
    return switch (culprit.problem().kind()) {
      case UNFIT_USAGE ->
          finding(
                  serving,
                  culprit.name()
                      + (culprit.isOwn()
                          ? " is not meant for servers"
                          : " may not issue the one before it"),
                  culprit.isOwn()
                      ? "get a certificate whose extended key usage has server authentication"
                      : "use a chain of authorities: an ordinary certificate cannot issue others")
              .withExpected("key usages that fit");
      case NAME_CONSTRAINTS ->
          finding(
                  serving,
                  culprit.name()
                      + " may not be issued for this host: its authority is for other"
                      + " names",
                  "get the certificate from an authority that may issue for this host")
              .withExpected("a host within the authority's name constraints");
      default ->
          finding(
                  serving,
                  culprit.name()
                      + " cannot be verified: a signature does not fit, or it demands something"
                      + " that is not understood",
                  "install certificate and chain again, as the authority gave them")
              .withExpected("a chain in which each signature fits");
    };
  }
}
