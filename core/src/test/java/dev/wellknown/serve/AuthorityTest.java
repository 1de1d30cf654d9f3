package dev.wellknown.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.registration.HostName;
import java.math.BigInteger;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorityTest {

  private static final List<HostName> HOSTS =
      List.of(HostName.of("shop.example.com"), HostName.of("münchen.example"));

  private final Authority authority = Authority.create();
  private final X509Certificate issued = authority.issue(HOSTS).certificate();

  @Test
  void issuesWhatThePathValidatorOfTheJdkAccepts() throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(issued)), parameters);
  }

  @Test
  void issuesForTheHostsAndNothingElse() throws Exception {
    assertThat(issued.getSubjectAlternativeNames())
        .containsExactly(List.of(2, "shop.example.com"), List.of(2, "xn--mnchen-3ya.example"));
    assertThat(issued.getBasicConstraints()).isEqualTo(-1);
    assertThat(issued.getKeyUsage()).containsSequence(true, false, false);
    assertThat(issued.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(issued.getNotBefore().toInstant()).isBefore(Instant.now());
    assertThatThrownBy(() -> authority.issue(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAnAuthorityForNoOther() {
    X509Certificate own = authority.certificate();
    assertThat(own.getBasicConstraints()).isZero();
    assertThat(own.getKeyUsage()[5]).isTrue();
    X509Certificate other = Authority.create().certificate();
    assertThat(other.getSubjectX500Principal()).isNotEqualTo(own.getSubjectX500Principal());
    assertThatThrownBy(() -> issued.verify(other.getPublicKey()))
        .isInstanceOf(SignatureException.class);
  }

  @Test
  void writesLengthsTimesAndNumbersAsX690Has() {
    assertThat(hex(Der.octets(new byte[127]))).startsWith("047f00");
    assertThat(hex(Der.octets(new byte[128]))).startsWith("04818000");
    assertThat(hex(Der.octets(new byte[256]))).startsWith("0482010000");
    assertThat(hex(Der.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
    assertThat(hex(Der.oid("1.2.840.10045.4.3.2"))).isEqualTo("06082a8648ce3d040302");
    assertThat(hex(Der.time(Instant.parse("2049-12-31T23:59:59Z"))))
        .isEqualTo("170d3439313233313233353935395a");
    assertThat(hex(Der.time(Instant.parse("2050-01-01T00:00:00Z")))).startsWith("180f32303530");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
