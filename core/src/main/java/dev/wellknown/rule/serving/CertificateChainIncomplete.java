package dev.wellknown.rule.serving;

import dev.wellknown.fetch.CertificateProblem.Kind;
import dev.wellknown.fetch.ServerCertificate;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.Set;

/**
 * Desktop browsers fetch or remember what is missing, so that nobody notices. Servers' clients do
 * not: Go's, to judge by the texts of Apple's crawler, never fetches an intermediate.
 */
final class CertificateChainIncomplete extends CertificateRule {

  CertificateChainIncomplete() {
    super("The server does not send all of its certificate chain", Set.of(Kind.CHAIN_INCOMPLETE));
  }

  @Override
  Finding judge(Serving serving, Culprit culprit) {
    ServerCertificate certificate = culprit.certificate();
    String issuer = certificate == null ? "an issuer" : Printable.quote(certificate.issuer());
    int sent = culprit.chain().size();
    return finding(
            serving,
            "the server sends "
                + (sent == 1 ? "its own certificate only" : sent + " certificates")
                + "; the one of "
                + issuer
                + " is missing, and no public root",
            "let the server send the whole chain: its own certificate and the intermediate ones"
                + " (\"fullchain.pem\" of most tools). Desktop browsers hide this, for they remember"
                + " intermediates from elsewhere")
        .withSeen(sent == 1 ? "1 certificate" : sent + " certificates")
        .withExpected("the certificate of " + issuer + " behind them");
  }
}
