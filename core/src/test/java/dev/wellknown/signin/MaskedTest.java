package dev.wellknown.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Masked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/login?code=HIDE&state=HIDE",
        "https://a.example/login?CODE=HIDE",
        "https://a.example/login?c%6Fde=HIDE",
        "https://a.example/login?%20code=HIDE",
        "https://a.example/#access_token=HIDE&token_type=bearer",
        "https://a.example/?x=1#id_token=HIDE",
        "https://user:HIDE@a.example/",
        "https://HIDE@a.example/?q=a@b",
        "com.example.shop:/login?state=HIDE",
        "https://a.example/go?to=https%3A%2F%2Fb.example%2F%3Fcode%3DHIDE%26x%3D1",
        "https://a.example/go?to=https%253A%252F%252Fb.example%252F%253Fcode%253DHIDE%2526x",
        "https://a.example/?code=a&code=HIDE",
        "https://a.example/?x=eyJhbGciOi.HIDE.HIDE",
        "https://a.example/?code=a;HIDE",
      })
  void leavesSecretsOutOfUrls(String url) {
    assertThat(Masked.url(url)).doesNotContain("HIDE").contains("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\": \"HIDE\", \"expires_in\": 1}",
        "Invalid authorization code: HIDE",
        "Authorization: Basic SElERQHIDE==",
        "came back with ?code=HIDE&x=1 at noon",
      })
  void leavesSecretsOutOfTexts(String text) {
    assertThat(Masked.text(text)).doesNotContain("HIDE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/code/state?zip_code=123&mystate=on",
        "https://a.example/?response_type=code&code_challenge_method=S256",
        "https://a.example/@team/path?mail=a@b",
        "Authorization code expired",
      })
  void leavesTheRestAsItIs(String text) {
    assertThat(Masked.url(text)).isEqualTo(text);
  }

  @Test
  void isQuickWithTextsThatNobodyReads() {
    String long1 = "https://a.example/?code=" + "x%2".repeat(2_000_000);
    assertThat(Masked.url(long1)).isEqualTo("https://a.example/?code=…");
    assertThat(Masked.text("\"code\":\"" + "\\\"".repeat(1_000_000))).hasSizeLessThan(9_000);
    assertThat(Masked.text("eyJabcdef".repeat(1_000_000))).hasSizeLessThan(9_000);
    String pages = "<script ".repeat(1_000_000) + " error";
    assertThat(OAuthError.in(pages, Location.of("x"))).isEmpty();
  }

  @Test
  void showsNoSecretOfValuesThatHoldThem() {
    Location place = Location.of("x");
    String url = "https://a.example/login?code=HIDE&state=HIDE";
    Callback callback = new Callback(" '" + url + "' ", place);
    assertThat(callback.url()).isEqualTo(url);
    assertThat(callback.toString()).doesNotContain("HIDE");
    assertThat(new Hop(url, 200, url, "code=HIDE", null, "HIDE", place).toString())
        .doesNotContain("HIDE");
  }

  @Test
  void readsAnAnswerFromQueryAndFragment() {
    Location place = Location.of("x");
    Callback callback = new Callback("app:/back#code=c&state=a%20b+c&error=", place);
    assertThat(callback.hasCode()).isTrue();
    assertThat(callback.error()).isEmpty();
    assertThat(callback.carries("a b c")).isTrue();
    assertThat(callback.carries("a b")).isFalse();
    assertThat(new Callback("https://a.example/?code=&state", place).hasCode()).isFalse();
  }

  @Test
  void blotsOutWhatMayBeASecretInAnAddress() {
    assertThat(Masked.url("https://me:pw@a.example/cb?code=C1&state=S1&page=2#access_token=T1"))
        .isEqualTo("https://…@a.example/cb?code=…&state=…&page=2#access_token=…");
    assertThat(Masked.url("https://a.example/?ID_TOKEN=x;sid=y"))
        .isEqualTo("https://a.example/?ID_TOKEN=…");
  }

  @Test
  void leavesTheRestOfAnAddressAsItIs() {
    String url = "https://a.example/code/@b?article=1&barcode=2";
    assertThat(Masked.url(url)).isEqualTo(url);
  }
}
