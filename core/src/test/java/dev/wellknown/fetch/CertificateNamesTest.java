package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNamesTest {

  @ParameterizedTest
  @CsvSource({
    "example.com, example.com, true",
    "EXAMPLE.com, example.COM., true",
    "*.example.com, a.example.com, true",
    "*.example.com, A.EXAMPLE.com., true",
    "*.example.com, example.com, false",
    "*.example.com, a.b.example.com, false",
    "*.*.example.com, a.b.example.com, false",
    "a*.example.com, ab.example.com, false",
    "*a.example.com, ba.example.com, false",
    "a.*.example.com, a.b.example.com, false",
    "*.com, example.com, false",
    "*, example, false",
    "*., example., false",
    "example.com., example.com, false",
    "xn--*.example.com, xn--a.example.com, false",
    "'', example.com, false",
    "127.0.0.1, 127.0.0.1, false"
  })
  void coverWholeNamesAndOneLeftMostLabel(String pattern, String host, boolean covered) {
    assertThat(new CertificateNames(List.of(pattern), List.of()).cover(Host.of(host)))
        .isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "0:0:0:0:0:0:0:1, [::1], true",
    "127.0.0.1, example.com, false"
  })
  void coverAddressesByValue(String address, String host, boolean covered) {
    assertThat(new CertificateNames(List.of(), List.of(address)).cover(Host.of(host)))
        .isEqualTo(covered);
  }
}
