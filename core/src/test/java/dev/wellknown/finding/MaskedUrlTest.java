package dev.wellknown.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedUrlTest {

  @Test
  void blotsOutWhatMayBeASecret() {
    assertThat(MaskedUrl.of("https://me:pw@a.example/cb?code=C1&state=S1&page=2#access_token=T1"))
        .isEqualTo("https://…@a.example/cb?code=…&state=…&page=2#access_token=…");
    assertThat(MaskedUrl.of("https://a.example/?ID_TOKEN=x;sid=y"))
        .isEqualTo("https://a.example/?ID_TOKEN=…;sid=…");
  }

  @Test
  void leavesTheRestAsItIs() {
    String url = "https://a.example/code=1/@b?article=1&barcode=2";
    assertThat(MaskedUrl.of(url)).isEqualTo(url);
  }
}
