package dev.wellknown.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plain YAML: values with their places, or the place where reading stopped. */
class YamlReaderTest {

  private static Document read(String text) {
    return Document.yaml(text.getBytes(StandardCharsets.UTF_8), "a.yaml");
  }

  private static String json(String text) {
    Document document = read(text);
    assertThat(document.defects()).isEmpty();
    return document.value().orElseThrow().toJson();
  }

  private static String defect(String text) {
    List<Defect> defects = read(text).defects();
    assertThat(defects).hasSize(1);
    Defect defect = defects.get(0);
    return defect.kind()
        + " at "
        + defect.position().line()
        + ":"
        + defect.position().column()
        + ": "
        + defect.detail();
  }

  @Test
  void readsTheValuesOfTheCoreSchema() {
    assertThat(json("[true, True, FALSE, yes, no, on, off, y]"))
        .isEqualTo("[true,true,false,\"yes\",\"no\",\"on\",\"off\",\"y\"]");
    assertThat(json("[null, ~, Null, NULL, none]")).isEqualTo("[null,null,null,null,\"none\"]");
    assertThat(json("[1, -2, 007, 1.5, 1e3, 1.0.0, 1_000, 12:30:45]"))
        .isEqualTo("[1,-2,007,1.5,1e3,\"1.0.0\",\"1_000\",\"12:30:45\"]");
    assertThat(json("['1', \"true\", !!str 1, ! 2, !!int 3, !!bool true]"))
        .isEqualTo("[\"1\",\"true\",\"1\",\"2\",3,true]");
    assertThat(json("{a: , b: '', c: 2026-11-21, <<: x}"))
        .isEqualTo("{\"a\":null,\"b\":\"\",\"c\":\"2026-11-21\",\"<<\":\"x\"}");
  }

  @Test
  void readsTextsOfEveryStyle() {
    assertThat(json("a: |\n  x\n  y\n")).isEqualTo("{\"a\":\"x\\ny\\n\"}");
    assertThat(json("a: >-\n  x\n  y\n")).isEqualTo("{\"a\":\"x y\"}");
    assertThat(json("a: x\n  y\n")).isEqualTo("{\"a\":\"x y\"}");
    assertThat(json("a: \"\\u00e4\\t\\x41\"\n")).isEqualTo("{\"a\":\"ä\\tA\"}");
    assertThat(json("a: 'it''s'\n")).isEqualTo("{\"a\":\"it's\"}");
  }

  @Test
  void readsJson() {
    String text = "{\"a\": [1, {\"b\": null}], \"c\": \"\\/\"}";
    assertThat(json(text)).isEqualTo("{\"a\":[1,{\"b\":null}],\"c\":\"/\"}");
  }

  @Test
  void knowsThePlaceOfEveryValueAndName() {
    Document document = read("a: 🏪\nlist:\n  - x: 'ä'  # 🏪\n    \"y\": {z: 1}\r\n  - 2\n");
    assertThat(place(document, "/a")).isEqualTo(new Position(1, 4));
    assertThat(place(document, "/list")).isEqualTo(new Position(3, 3));
    assertThat(place(document, "/list/0")).isEqualTo(new Position(3, 5));
    assertThat(place(document, "/list/0/x")).isEqualTo(new Position(3, 8));
    assertThat(place(document, "/list/0/y/z")).isEqualTo(new Position(4, 14));
    assertThat(place(document, "/list/1")).isEqualTo(new Position(5, 5));
    JsonObject first =
        (JsonObject) document.nearest(Pointer.ROOT.child("list").child(0)).orElseThrow();
    assertThat(first.members().get(1).namePosition()).isEqualTo(new Position(4, 5));
  }

  private static Position place(Document document, String pointer) {
    Pointer at = Pointer.ROOT;
    for (String token : pointer.substring(1).split("/")) {
      at = at.child(token);
    }
    JsonValue value = document.nearest(at).orElseThrow();
    assertThat(value.pointer()).isEqualTo(at);
    return value.position();
  }

  @Test
  void unfoldsAliasesAtTheirOwnPointersAndTheAnchorsPlace() {
    Document document = read("a: &x [1, &y {b: c}]\nd: *x\ne: *y\n");
    assertThat(document.value().orElseThrow().toJson())
        .isEqualTo("{\"a\":[1,{\"b\":\"c\"}],\"d\":[1,{\"b\":\"c\"}],\"e\":{\"b\":\"c\"}}");
    assertThat(place(document, "/d/1/b")).isEqualTo(new Position(1, 18));
    assertThat(place(document, "/e/b")).isEqualTo(new Position(1, 18));
    assertThat(json("- &k a\n- {*k : b}\n")).isEqualTo("[\"a\",{\"a\":\"b\"}]");
    assertThat(json("- &x 1\n- &x 2\n- *x\n")).isEqualTo("[1,2,2]");
  }

  @Test
  void keepsANameThatStandsTwiceAndSaysSo() {
    Document document = read("a: 1\nb: 2\na: 3\n");
    assertThat(document.value().orElseThrow().toJson()).isEqualTo("{\"a\":1,\"b\":2,\"a\":3}");
    assertThat(defect("a: 1\nb: 2\na: 3\n")).isEqualTo("DUPLICATE_MEMBER at 3:1: a");
  }

  @Test
  void saysInWordsWhereTheGrammarBreaks() {
    assertThat(defect("a: b: c\n"))
        .isEqualTo("NOT_YAML at 1:5: a colon inside a value, or a line that is indented too far");
    assertThat(defect("a: 1\n  b: 2\n")).startsWith("NOT_YAML at 2:4: a colon inside a value");
    assertThat(defect("a: 1\nb\nc: 2\n"))
        .isEqualTo("NOT_YAML at 2:1: a line without a colon where a key is expected");
    assertThat(defect("a:\n\t- b\n"))
        .isEqualTo("NOT_YAML at 2:1: a tab, where YAML indents by blanks");
    assertThat(defect("a: @b\n")).isEqualTo("NOT_YAML at 1:4: a value that begins with @");
    assertThat(defect("a: \"b\nc: d\n"))
        .isEqualTo("NOT_YAML at 1:4: the end of the text, before its quotes are closed");
    assertThat(defect("a: [b\nc: d]\n"))
        .startsWith("NOT_YAML at 2:2: no comma and no closing bracket");
    assertThat(defect("a: 1\n- b\n"))
        .startsWith("NOT_YAML at 2:1: something that is indented unlike the lines above it");
    assertThat(defect("a: !mine b\n"))
        .isEqualTo("NOT_YAML at 1:4: a tag (!…), but only plain data is read");
    assertThat(defect("a: !!set {b}\n"))
        .isEqualTo("NOT_YAML at 1:4: a tag (!!…), but only plain data is read");
    assertThat(defect("{[a]: b}\n")).isEqualTo("NOT_YAML at 1:2: a key that is not a plain word");
    assertThat(defect("a: *b\n"))
        .isEqualTo("NOT_YAML at 1:4: an alias of an anchor that is not there yet");
    assertThat(defect("a: b\n---\nc: d\n")).isEqualTo("NOT_YAML at 2:1: a second document (---)");
    assertThat(defect("ä: 🏪\nb: \u0007\n"))
        .isEqualTo("NOT_YAML at 2:4: a character that YAML forbids (\\u{7})");
  }

  @Test
  void stopsWhereAliasesGrowAndSaysWhichOfThemDoes() {
    String list = "a: &a [" + "1, ".repeat(5000) + "1]\n";
    assertThat(defect(list + "b: *a\nc: *a\n"))
        .isEqualTo("TOO_MANY_ALIASES at 3:4: aliases that unfold to more than 10000 values");
    assertThat(defect("a: &a b\nc: [" + "*a, ".repeat(51) + "]\n"))
        .isEqualTo("TOO_MANY_ALIASES at 2:205: more than 50 aliases");
  }

  @Test
  void hasNothingToReadWhereOnlyCommentsStand() {
    assertThat(defect("# a note\n")).isEqualTo("EMPTY at 1:1: nothing but comments");
    assertThat(defect(" \n")).isEqualTo("EMPTY at 1:1: nothing but blanks");
  }

  @Test
  void countsDepthAndStopsAtFifty() {
    assertThat(json("[".repeat(50) + "]".repeat(50))).hasSize(100);
    assertThat(defect("[".repeat(51) + "]".repeat(51)))
        .isEqualTo("TOO_DEEP at 1:51: more than 50 levels of nesting");
  }
}
