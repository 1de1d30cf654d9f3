package dev.wellknown.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The path that an app must open for a redirect to come back to it. */
class RedirectTest {

  private static final Set<String> HOSTS = Set.of("shop.example.com", "a-b_c-a.eu1.example.com");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://shop.example.com/login, /login",
        "HTTPS://SHOP.Example.com/login?a=b, /login",
        "https://shop.example.com, /",
        "https://shop.example.com:443/login, /login",
        "https://a-b_c-a.eu1.example.com/login, /login",
        "https://shop.example.com/%C3%A4, /%C3%A4",
        "https://shop.example.com:8443/login, -",
        "https://www.shop.example.com/login, -",
        "https://shop.example.com./login, -",
        "http://shop.example.com/login, -",
        "com.example.shop:/login, -",
        "com.example.shop:login, -",
        "https://shop.example.com/login/*, -",
        "https://shop.example.com/$(lang), -"
      })
  void isThePathOfAnHttpsAddressOnOneOfTheHosts(String uri, String path) {
    assertThat(Redirect.link(URI.create(uri), HOSTS).orElse(null)).isEqualTo(path);
  }
}
