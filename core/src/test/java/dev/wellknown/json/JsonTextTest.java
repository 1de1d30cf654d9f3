package dev.wellknown.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void writesALineForEachMemberAndLeavesSlashesAlone() {
    assertThat(JsonText.pretty(Map.of("/", List.of("a/b", true, 1))))
        .isEqualTo("{\n  \"/\": [\n    \"a/b\",\n    true,\n    1\n  ]\n}\n");
    assertThat(JsonText.pretty(List.of())).isEqualTo("[]\n");
    assertThat(JsonText.pretty(Map.of())).isEqualTo("{}\n");
    assertThat(JsonText.compact(Map.of("a", List.of(1, 2)))).isEqualTo("{\"a\":[1,2]}");
  }

  @Test
  void escapesWhatATerminalWouldObey() {
    String hostile = "\u001b[2J\u009b\u202e\u2028\u200b\ufeff\u007f\ud800é😀";
    String text = JsonText.compact(hostile);
    assertThat(text.codePoints()).allMatch(point -> point == 'é' || (point > 31 && point < 127));
    Document read = Document.json(text.getBytes(StandardCharsets.UTF_8), "x");
    assertThat(read.value()).map(JsonValue::asText).contains(hostile);
  }

  @Test
  void writesBackWhatItRead() {
    String text = "{\"a\":[1e999999999,-0,\"\\\"\\\\\",null,false,{}]}";
    Document read = Document.json(text.getBytes(StandardCharsets.UTF_8), "x");
    assertThat(read.value()).map(JsonText::compact).contains(text);
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> JsonText.compact(new Object()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
