package dev.wellknown.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

  @ParameterizedTest
  @CsvSource({
    "shop.example.com, shop.example.com",
    "Shop.EXAMPLE.com, shop.example.com",
    "läden.example.com, xn--lden-loa.example.com",
    "LÄDEN.example.com, xn--lden-loa.example.com",
    "XN--LDEN-LOA.example.com, xn--lden-loa.example.com",
    "日本.example, xn--wgv71a.example",
    "a-b.c--d.e1, a-b.c--d.e1",
    "1.2.3.a4, 1.2.3.a4"
  })
  void readsNamesAsPeopleWriteThem(String text, String value) {
    assertThat(HostName.of(text)).isEqualTo(new HostName(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "shop.example.com.",
        ".example.com",
        "shop..example.com",
        "-shop.example.com",
        "shop-.example.com",
        "my_shop.example.com",
        "my\uff3fshop.example.com",
        "*.example.com",
        "shop.example.com:443",
        "https://shop.example.com",
        "shop.example.com/a",
        "192.0.2.1",
        "1.2.3.0x7f",
        "[::1]",
        "a b.example.com",
        "straße.example.com",
        "σας.example.com",
        "a\u200db.example.com",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com"
      })
  void refusesWhatIsNone(String text) {
    assertThat(HostName.isOne(text)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> HostName.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-my_app-demo.eu1.mindsphere.io", "_a.b_.c"})
  void holdsOldNamesOfInsightsHubWithUnderscores(String value) {
    assertThat(new HostName(value).value()).isEqualTo(value);
    assertThat(HostName.isOne(value)).isFalse();
  }
}
