package dev.wellknown.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** URLs are cut, and neither refused nor changed. */
class UrlTest {

  @Test
  void cutsEveryPart() {
    assertThat(Url.parse("https://me:x@example.com:443/a%20b?q=1?2#f?#g"))
        .isEqualTo(new Url("https", "me:x", "example.com", "443", "/a%20b", "q=1?2", "f?#g"));
  }

  @Test
  void tellsEmptyPartsFromAbsentOnes() {
    assertThat(Url.parse("https://example.com"))
        .isEqualTo(new Url("https", null, "example.com", null, "", null, null));
    assertThat(Url.parse("https://@example.com:?#"))
        .isEqualTo(new Url("https", "", "example.com", "", "", "", ""));
  }

  @Test
  void cutsWhatIsHardlyAUrl() {
    assertThat(Url.parse("mailto:a@b?c"))
        .isEqualTo(new Url("mailto", null, null, null, "a@b", "c", null));
    assertThat(Url.parse("/a:b")).isEqualTo(new Url(null, null, null, null, "/a:b", null, null));
    assertThat(Url.parse("")).isEqualTo(new Url(null, null, null, null, "", null, null));
    assertThat(Url.parse("http://[::1]:80/"))
        .isEqualTo(new Url("http", null, "[::1]", "80", "/", null, null));
    assertThat(Url.parse("x://#@:?")).isEqualTo(new Url("x", null, "", null, "", null, "@:?"));
  }

  @TestFactory
  Stream<DynamicTest> losesNothing() {
    return Stream.of(
            "https://a.b/c?d#e",
            "a?b#c",
            "//h",
            "x:",
            ":",
            "?",
            "#",
            "://",
            "http://u@h:1?x#",
            "##")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text, () -> assertThat(together(Url.parse(text))).isEqualTo(text)));
  }

  private static String together(Url url) {
    String authority =
        url.host() == null
            ? ""
            : "//"
                + (url.userInfo() == null ? "" : url.userInfo() + "@")
                + url.host()
                + (url.port() == null ? "" : ":" + url.port());
    return (url.scheme() == null ? "" : url.scheme() + ":")
        + authority
        + url.path()
        + (url.query() == null ? "" : "?" + url.query())
        + (url.fragment() == null ? "" : "#" + url.fragment());
  }
}
