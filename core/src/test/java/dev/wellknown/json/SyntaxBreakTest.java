package dev.wellknown.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is said of a break of the JSON grammar, with and without the text that stands there. */
class SyntaxBreakTest {

  private static String open(String text) {
    return Document.json(text.getBytes(StandardCharsets.UTF_8), "a").defects().get(0).detail();
  }

  private static String confidential(String text) {
    return Document.confidentialJson(text.getBytes(StandardCharsets.UTF_8), "a")
        .defects()
        .get(0)
        .detail();
  }

  @Test
  void quotesWhatStandsThereInFilesThatAreServed() {
    assertThat(open("{\"a\": b}")).isEqualTo("\"b}\", which cannot stand there");
    assertThat(open("{\"a\": 1} b")).isEqualTo("\"b\"");
    assertThat(open("{\"a\": 1 // b\n}")).contains("a comment (\"// b\")");
    assertThat(open("<html>")).isEqualTo("\"<html>\"");
  }

  @Test
  void showsSingleCharactersAtMostWhereSecretsMayStand() {
    assertThat(confidential("{\"a\": hunter2}")).isEqualTo("a word, which cannot stand there");
    assertThat(confidential("{\"a\": 1} hunter2")).isEqualTo("a word");
    assertThat(confidential("{\"a\": 1 // hunter2\n}"))
        .isEqualTo("a comment (\"/\"), which JSON does not know");
    assertThat(confidential("<hunter2>")).isEqualTo("\"<\"");
    assertThat(confidential("{\"a\": 1 \"hunter2\": 2}"))
        .isEqualTo("no comma between two values, before \"\"\"");
    assertThat(confidential("{\"a\": [1,]}")).isEqualTo(open("{\"a\": [1,]}"));
    assertThat(confidential("{\"a\": 'b'}")).isEqualTo(open("{\"a\": 'b'}"));
  }
}
