package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a question: groups 1000 to 1400 of Google's protocol tests, and its neighbours. */
class StatementQueryTest {

  private static final String SITE = "https://site.example";
  private static final String LINKS = "delegate_permission/common.handle_all_urls";
  private static final String PRINT =
      "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";

  @ParameterizedTest
  @CsvSource({
    "https://site.example, https://site.example",
    "HTTPS://Site.EXAMPLE, https://site.example",
    "https://site.example:443, https://site.example",
    "https://site.example., https://site.example",
    "https://site.example.:444, https://site.example:444",
    "https://site.example:444, https://site.example:444",
    "https://bücher.example, https://xn--bcher-kva.example",
    "https://127.0.0.1:8443, https://127.0.0.1:8443",
    "https://[::1]:8443, https://[::1]:8443",
  })
  void writesASiteInOneWay(String site, String canonical) {
    StatementQuery query = StatementQuery.of(site, Optional.empty(), Optional.empty());
    assertThat(query.source()).isEqualTo(canonical);
    assertThat(query.uri()).hasToString(canonical + "/.well-known/assetlinks.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "site.example",
        "site.example:443",
        "https://",
        "https:site.example",
        "https://site.example/",
        "https://site.example/x",
        "https://site.example?x",
        "https://site.example#x",
        "https://u:p@site.example",
        "https://site.example:99999",
        "https://site.example:0",
        "https://site.example:",
        "https://site.example:x",
        "https://*.example",
        "https://site .example",
        " https://site.example",
        "https://site.example\\x",
        "http://site.example",
        "ftp://site.example",
        "https://１２７.0.0.1"
      })
  void refusesASiteThatIsNone(String site) {
    assertThatThrownBy(() -> StatementQuery.of(site, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delegate_permission/*",
        "INVALID_KIND/write",
        "/write",
        "/",
        "write",
        "delegate_permission/",
        "a/b/c",
        "a,b",
        "a/b c",
        "a/b+c",
        "a/b!",
        "a/B",
        "a/b ",
        " a/b",
        "a / b"
      })
  void refusesARelationThatIsNone(String relation) {
    assertThatThrownBy(() -> StatementQuery.of(SITE, Optional.of(relation), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind/detail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delegate_permission/get_login_creds",
        "navigate/yellow_brick_road",
        "delegate_permission/common.handle_all_url"
      })
  void takesRelationsThatNobodyElseAsksFor(String relation) {
    assertThat(StatementQuery.of(SITE, Optional.of(relation), Optional.empty()).relation())
        .contains(relation);
  }

  @Test
  void takesAnEmptyRelationForAll() {
    assertThat(StatementQuery.of(SITE, Optional.of(""), Optional.empty()).relation()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://t.example",
        "http://t.example:88",
        "HTTPS://T.EXAMPLE.",
        "org.example.app@" + PRINT,
        "app@" + PRINT,
        "org.example.app@00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00:00",
        "org.example.app@AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA:AA"
      })
  void takesTargets(String target) {
    assertThat(StatementQuery.of(SITE, Optional.of(LINKS), Optional.of(target)).target())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "org.example.app",
        "org.example.app@",
        "@" + PRINT,
        "B A D@" + PRINT,
        "org.example.app@ " + PRINT,
        "org.example.app@" + PRINT + " ",
        "org.example.app@14:6D:E9:83:C5:73",
        "org.example.app@146DE983C5730650D8EEB9952F34FC6416A08342E61DBEA88A0496B23FCF44E5",
        "org.example.app@14:6d:e9:83:c5:73:06:50:d8:ee:b9:95:2f:34:fc:64:16:a0:83:42:e6:1d:be:a8:8a:04:96:b2:3f:cf:44:e5",
        "https://t.example/",
        "https://t.example:99999",
        "https://t.example?x",
        "https://u@t.example"
      })
  void refusesTargets(String target) {
    assertThatThrownBy(() -> StatementQuery.of(SITE, Optional.of(LINKS), Optional.of(target)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatToWrite() {
    assertThatThrownBy(
            () -> StatementQuery.of("https://site.example/", Optional.empty(), Optional.empty()))
        .hasMessage(
            "\"https://site.example/\": A site has a path, query or fragment; write"
                + " \"https://site.example\"");
  }

  @Test
  void asksForATargetByOneRelation() {
    assertThatThrownBy(
            () -> StatementQuery.of(SITE, Optional.empty(), Optional.of("https://t.example")))
        .hasMessageContaining(LINKS);
  }
}
