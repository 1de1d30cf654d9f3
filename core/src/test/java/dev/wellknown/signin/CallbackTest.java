package dev.wellknown.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackTest {

  private static Callback at(String url) {
    return new Callback(url, Location.of("here"));
  }

  @ParameterizedTest
  @CsvSource({
    "myapp://login,                       myapp://login?code=c,                       true",
    "myapp://login,                       myapp://logout?code=c,                      false",
    "myapp://login,                       myapp://login/?code=c,                      false",
    "myapp://login,                       myapp://Login?code=c,                       false",
    "https://shop.example.com/login,      HTTPS://Shop.Example.com:443/login?code=c,  true",
    "https://shop.example.com,            https://shop.example.com/?code=c,           true",
    "https://shop.example.com/login,      https://shop.example.com/Login?code=c,      false",
    "https://shop.example.com/login,      https://shop.example.com/login/?code=c,     false",
    "https://shop.example.com/login,      https://shop.example.com:8443/login?code=c, false",
    "https://shop.example.com/login,      http://shop.example.com/login?code=c,       false",
    "https://shop.example.com/login,      https://shop.example.com.evil.org/login,    false",
    "https://shop.example.com/l?app=1,    https://shop.example.com/l?app=1&code=c,    true",
    "https://shop.example.com/l?app=1,    https://shop.example.com/l?code=c&app=1,    true",
    "https://shop.example.com/l?app=1,    https://shop.example.com/l?code=c,          false",
    "https://shop.example.com/l?app=1,    https://shop.example.com/l?app=2&code=c,    false",
    "http://127.0.0.1/cb,                 http://127.0.0.1:51004/cb?code=c,           true",
    "http://[::1]:8000/cb,                http://[::1]:51004/cb?code=c,               true",
    "http://localhost/cb,                 http://localhost:51004/cb?code=c,           true",
    "http://127.0.0.1/cb,                 http://127.0.0.1:51004/other?code=c,        false",
    "http://127.0.0.1/cb,                 http://localhost:51004/cb?code=c,           false",
    "http://127.0.0.1/cb,                 http://127.0.0.1:1@evil.org/cb?code=c,      false",
    "https://localhost/cb,                https://localhost:51004/cb?code=c,          false",
  })
  void knowsTheRedirectItCameTo(String redirect, String url, boolean same) {
    assertThat(at(url).isAt(redirect)).isEqualTo(same);
  }

  @Test
  void isQuotedAsItIsWritten() {
    assertThat(at("myapp://logout?code=c").target()).isEqualTo("myapp://logout");
    assertThat(at("https://Shop.example.com:443?code=c").target())
        .isEqualTo("https://Shop.example.com:443");
  }

  @Test
  void isReadFromTheFragmentOnlyWhereTheQueryHasNoAnswer() {
    Callback query = at("app:/cb?code=c#state=s");
    assertThat(query.isInFragment()).isFalse();
    assertThat(query.hasState()).isFalse();
    Callback fragment = at("app:/cb#code=c&state=s");
    assertThat(fragment.isInFragment()).isTrue();
    assertThat(fragment.hasCode()).isTrue();
    assertThat(fragment.carries("s")).isTrue();
  }
}
