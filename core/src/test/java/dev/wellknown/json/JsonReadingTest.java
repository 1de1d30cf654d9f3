package dev.wellknown.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.json.Defect.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,}",
        "[1,]",
        "[1,,2]",
        "[,1]",
        "{\"a\" 1}",
        "{'a':1}",
        "{a:1}",
        "[1 2]",
        "[1",
        "[\"a\nb\"]",
        "[\"a\tb\"]",
        "[tru]",
        "[01]",
        "[1.]",
        "[.5]",
        "[+1]",
        "[NaN]",
        "[Infinity]",
        "[-]",
        "[1e]",
        "[0x1]",
        "[\"\\x\"]",
        "[\"\\u12\"]",
        "// c\n[1]",
        "[1] // c",
        "/* c */[1]",
        "[“a”]",
        "{\"a\":1 \"b\":2}",
        "[\u00a01]",
        "[\f1]",
        "1 2",
        "[1]]",
        "nul",
        "\"a",
        "{",
        "[",
        "[1]\u0000",
        "{\"a\":1}garbage",
        "[1}",
        "{]",
        "[True]",
        "['a']",
        "{\"a\":}",
        "[\"a\"b]"
      })
  void refusesEverythingThatIsNotJson(String text) {
    Document document = read(text);
    assertThat(document.defects())
        .extracting(Defect::kind)
        .containsAnyOf(Kind.NOT_JSON, Kind.TRAILING_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "0",
        "-0",
        "1e5",
        "1E-5",
        "\"\"",
        "[1e999999999]",
        " [1] ",
        "\r\n[\t1\r\n]\n",
        "{\"\":{}}",
        "[\"\\u00e9\\\"\\/\\b\\f\\n\\r\\t\"]",
        "[\"\ud83d\ude00\"]",
        "[\"\\ud83d\\ude00\"]",
        "[123456789012345678901234567890]",
        "[\"\u007f\u2028\"]"
      })
  void takesEverythingThatIs(String text) {
    Document document = read(text);
    assertThat(document.defects()).isEmpty();
    assertThat(document.value()).isPresent();
  }

  @Test
  void givesPlacesInCodePointsAcrossAllLineEnds() {
    Document document = read("[\r\n\t\"é😀\", {\"a\": true},\r\"x\",\n  null]");
    JsonArray array = (JsonArray) document.value().orElseThrow();
    assertThat(array.elements())
        .extracting(JsonValue::position)
        .containsExactly(
            new Position(2, 2), new Position(2, 8), new Position(3, 1), new Position(4, 3));
    JsonObject object = (JsonObject) array.elements().get(1);
    assertThat(object.members().get(0).namePosition()).isEqualTo(new Position(2, 9));
    assertThat(object.get("a")).isNotNull();
    assertThat(object.members().get(0).value().position()).isEqualTo(new Position(2, 14));
    assertThat(object.members().get(0).value().pointer()).hasToString("/1/a");
  }

  @Test
  void givesThePlaceOfABreakBehindOtherLetters() {
    Document document = read("{\n\t\"größe😀\": 1,\n}");
    assertThat(document.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.kind()).isEqualTo(Kind.NOT_JSON);
              assertThat(defect.position()).isEqualTo(new Position(3, 1));
              assertThat(defect.detail()).startsWith("a comma before \"}\"");
            });
  }

  @Test
  void escapesPointers() {
    Document document = read("{\"a/b\":{\"c~d\":[0]}}");
    JsonValue value =
        document.nearest(Pointer.ROOT.child("a/b").child("c~d").child(0)).orElseThrow();
    assertThat(value.pointer()).hasToString("/a~1b/c~0d/0");
  }

  @Test
  void showsTheNearestPlaceForSomethingMissing() {
    Document document = read("{\"a\":[{}]}");
    Optional<JsonValue> nearest =
        document.nearest(Pointer.ROOT.child("a").child(0).child("b").child("c"));
    assertThat(nearest.orElseThrow().pointer()).hasToString("/a/0");
  }

  @Test
  void keepsDuplicateMembersAndTellsEach() {
    Document document = read("{\"a\":1,\"a\":2,\"b\":{\"c\":1,\"c\":2,\"c\":3}}");
    assertThat(document.defects())
        .allMatch(defect -> defect.kind() == Kind.DUPLICATE_MEMBER)
        .extracting(defect -> defect.pointer().toString())
        .containsExactly("/a", "/b/c", "/b/c");
    JsonObject object = (JsonObject) document.value().orElseThrow();
    assertThat(object.get("a"))
        .isInstanceOfSatisfying(
            JsonNumber.class, number -> assertThat(number.literal()).isEqualTo("2"));
  }

  @Test
  void tellsHalvesOfCharacters() {
    assertThat(kinds(read("[\"\\ud800\"]"))).containsExactly(Kind.LONE_SURROGATE);
    assertThat(kinds(read("[\"\\ude00\\ud83d\"]"))).containsExactly(Kind.LONE_SURROGATE);
  }

  /** RFC 8259 §8.2 leaves it open; the JSON library refuses it in names alone. */
  @Test
  void stopsAtAHalfOfACharacterInAName() {
    for (String name : List.of("\\udfff", "shop\\ud800", "\\ud800\\uD8ff", "\\ud800shop")) {
      Document document = read("{\"" + name + "\":1}");
      assertThat(kinds(document)).containsExactly(Kind.NOT_JSON);
      assertThat(document.defects().get(0).detail()).contains("half of a character (\\u");
    }
  }

  @Test
  void takesNoBytesThatAreNotUtf8() {
    Document overlong = read(new byte[] {'[', '"', (byte) 0xC0, (byte) 0xAF, '"', ']'});
    assertThat(kinds(overlong)).containsExactly(Kind.NOT_UTF8);
    assertThat(overlong.defects().get(0).position()).isEqualTo(new Position(1, 3));
    assertThat(overlong.defects().get(0).detail()).contains("C0");
    assertThat(kinds(read("[1]".getBytes(StandardCharsets.UTF_16LE))))
        .containsExactly(Kind.BYTE_ORDER_MARK);
    assertThat(kinds(read("[1]".getBytes(StandardCharsets.UTF_16))))
        .containsExactly(Kind.BYTE_ORDER_MARK);
    assertThat(kinds(read("\uFEFF[1]"))).containsExactly(Kind.BYTE_ORDER_MARK);
    assertThat(read("\uFEFF[1]").value()).isPresent();
  }

  @Test
  void tellsNothingFromMarkupFromEnvelopes() {
    assertThat(kinds(read(""))).containsExactly(Kind.EMPTY);
    assertThat(kinds(read(" \n"))).containsExactly(Kind.EMPTY);
    assertThat(kinds(read(" <!doctype html>"))).containsExactly(Kind.MARKUP);
    byte[] der = {0x30, (byte) 0x82, 0x10, 0x00, 0x06, 0x09};
    assertThat(kinds(Document.jsonOrEnvelope(der, "x"))).containsExactly(Kind.SIGNED);
  }

  @Test
  void countsDepthWithoutRecursion() {
    assertThat(read("[".repeat(200) + "]".repeat(200)).defects()).isEmpty();
    assertThat(kinds(read("[".repeat(201) + "]".repeat(201)))).containsExactly(Kind.TOO_DEEP);
    assertThat(kinds(read("{\"a\":".repeat(100_000)))).containsExactly(Kind.TOO_DEEP);
  }

  @Test
  void readsTheLargestFilesInMoments() {
    String numbers = "[" + "9".repeat(1_000_000) + "]";
    String members = "{" + "\"AaAaAaAa\":1,".repeat(100_000) + "\"b\":1}";
    String elements = "[" + "{\"a\":\"é\"},".repeat(150_000) + "0]";
    for (String text : List.of(numbers, members, elements)) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> assertThat(read(text).value()).isPresent());
    }
  }

  private static List<Kind> kinds(Document document) {
    return document.defects().stream().map(Defect::kind).toList();
  }

  private static Document read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Document read(byte[] bytes) {
    return Document.json(bytes, "test.json");
  }
}
