package dev.wellknown.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** As {@code android.net.Uri} takes URLs apart. */
class AndroidUrlTest {

  @Test
  void takesEveryPart() {
    AndroidUrl url = AndroidUrl.of("https://me:pw@Example.com:8443/a%20b/?x=1&y=%3D#f%41");
    assertThat(url.scheme()).isEqualTo("https");
    assertThat(url.host()).isEqualTo("Example.com");
    assertThat(url.port()).isEqualTo(8443);
    assertThat(url.path()).isEqualTo("/a b/");
    assertThat(url.query()).containsExactly("x=1", "y==");
    assertThat(url.fragment()).isEqualTo("fA");
  }

  @Test
  void leavesOutWhatIsAbsent() {
    AndroidUrl url = AndroidUrl.of("https://example.com");
    assertThat(url.path()).isEmpty();
    assertThat(url.port()).isEqualTo(-1);
    assertThat(url.query()).isNull();
    assertThat(url.fragment()).isNull();
    assertThat(AndroidUrl.of("https://example.com?#").query()).containsExactly("");
    assertThat(AndroidUrl.of("https://example.com?#").fragment()).isEmpty();
    assertThat(AndroidUrl.of("mailto:me@example.com").host()).isNull();
  }

  @Test
  void findsTheHostWhereverTheUserInfoEnds() {
    assertThat(AndroidUrl.of("https://a@b@example.com/@x").host()).isEqualTo("example.com");
    assertThat(AndroidUrl.of("https://evil.example\\@example.com/").host())
        .isEqualTo("evil.example");
    assertThat(AndroidUrl.of("https://[::1]:80/").host()).isEqualTo("[::1]");
    assertThat(AndroidUrl.of("https://[::1]/").port()).isEqualTo(-1);
    assertThat(AndroidUrl.of("https://12345/").port()).isEqualTo(-1);
    assertThat(AndroidUrl.of("https:///x").host()).isEmpty();
  }

  @Test
  void decodesUtf8AndMarksWhatIsBroken() {
    assertThat(AndroidUrl.of("https://a.example/caf%C3%A9").path()).isEqualTo("/café");
    assertThat(AndroidUrl.of("https://a.example/%2F+%F0%9F%98%80").path()).isEqualTo("//+😀");
    assertThat(AndroidUrl.of("https://a.example/%E9x").path()).isEqualTo("/\uFFFDx");
    assertThat(AndroidUrl.of("https://a.example/%").path()).isEqualTo("/\uFFFD");
    assertThat(AndroidUrl.of("https://a.example/%zz").path()).isEqualTo("/\uFFFDzz");
  }

  @Test
  void splitsAtSemicolonsOnlyWithoutAmpersands() {
    assertThat(AndroidUrl.of("https://a.example/?a=1;b=2").query()).containsExactly("a=1", "b=2");
    assertThat(AndroidUrl.of("https://a.example/?a=1;b=2&c").query())
        .containsExactly("a=1;b=2", "c");
  }
}
