package dev.wellknown.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "EXAMPLE.com.",
        "a_b.example.com",
        "xn--bcher-kva.de",
        "local",
        "1.2.3.4",
        "[::1]",
        "2001:db8::1",
        "3com.com",
        "a.b1"
      })
  void takesNamesAndPlainAddresses(String text) {
    assertThat(Host.of(text).isAllowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        "-a",
        "a-",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "01.2.3.4",
        "0x1",
        "a.0x1f",
        "1.2.3.4.",
        "b\u00fccher.de",
        "a b",
        "a:b",
        "[::1",
        "[fe80::1%eth0]",
        "[::g]"
      })
  void refusesWhatCouldBeReadInTwoWays(String text) {
    boolean plain = text.equals("[::1");
    assertThat(Host.of(text).isAllowed()).isEqualTo(plain);
  }

  @Test
  void readsMappingsAsCurlDoes() {
    assertThat(ConnectTo.parse("Shop.Example.com:443:127.0.0.1:8443"))
        .isEqualTo(new ConnectTo("shop.example.com", 443, "127.0.0.1", 8443));
    assertThat(ConnectTo.parse("::[::1]:1")).isEqualTo(new ConnectTo("", 0, "[::1]", 1));
    assertThat(ConnectTo.parse("a.test:::")).isEqualTo(new ConnectTo("a.test", 0, "", 0));
    for (String bad : List.of("", "a", "a:1:b", "a:1:b:2:3", "a:x:b:1", "a:70000:b:1", "1:1:b:1")) {
      assertThatThrownBy(() -> ConnectTo.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void mapsHostsAndPortsThatFit() {
    ConnectTo one = ConnectTo.parse("a.test:443:b.test:1");
    assertThat(one.matches("a.test", 443)).isTrue();
    assertThat(one.matches("a.test", 444)).isFalse();
    assertThat(one.matches("b.test", 443)).isFalse();
    assertThat(ConnectTo.parse("::b.test:1").matches("any.test", 5)).isTrue();
  }

  @Test
  void allowsPatternsOfNamesOnly() {
    HostPattern below = new HostPattern("*.Internal.");
    assertThat(below.matches(Host.of("a.internal"))).isTrue();
    assertThat(below.matches(Host.of("a.b.internal."))).isTrue();
    assertThat(below.matches(Host.of("internal"))).isFalse();
    assertThat(below.matches(Host.of("xinternal"))).isFalse();
    assertThat(new HostPattern("a.test").matches(Host.of("b.a.test"))).isFalse();
    for (String bad : List.of("*", "*.", "", "10.0.0.1", "[::1]", "*.0.0.1", "a.*.test", "127.1")) {
      assertThatThrownBy(() -> new HostPattern(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesRequestsThatCouldSmuggle() {
    for (String bad : List.of("", "x", "/a b", "/a\r\nX: y", "/a#b", "/\u00fc", "//\\x")) {
      assertThatThrownBy(() -> Request.of("a.test", bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String bad : List.of("", "a/b", "u@a.test", "a.test:1", "a\\b", "a\r\n", "a?b")) {
      assertThatThrownBy(() -> Request.of(bad, "/"))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String bad : List.of("http://a.test/", "https://u@a.test/", "file:///x", "https:/x")) {
      assertThatThrownBy(() -> Request.of(URI.create(bad)))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Request.of("a.test", "/").as("x\r\nCookie: y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void makesARequestOfAUri() {
    assertThat(Request.of(URI.create("https://a.test:8443?x=%20y#z")))
        .isEqualTo(Request.of("a.test", "/?x=%20y").withPort(8443));
  }
}
