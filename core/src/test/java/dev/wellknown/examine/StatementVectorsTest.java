package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Body;
import dev.wellknown.fetch.Headers;
import dev.wellknown.fetch.Observation;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks the questions of which is known what Google's service answers, from its protocol tests
 * (https://github.com/google/digitalassetlinks): whole questions, with included lists.
 */
class StatementVectorsTest {

  @TestFactory
  Stream<DynamicTest> answersAsTheService() throws IOException {
    return vectors().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text("id") + " " + vector.text("about"), () -> compare(vector)));
  }

  @Test
  void comparesAllOfThem() throws IOException {
    assertThat(vectors()).hasSize(47);
    assertThat(vectors()).filteredOn(vector -> vector.has("refused")).hasSize(6);
  }

  private static void compare(JsonObject vector) {
    String site = Objects.requireNonNull(vector.text("site"));
    Optional<String> relation = Optional.ofNullable(vector.text("relation"));
    Optional<String> target = Optional.ofNullable(vector.text("target"));
    if (vector.has("refused")) {
      assertThatThrownBy(() -> StatementQuery.of(site, relation, target))
          .isInstanceOf(IllegalArgumentException.class);
      return;
    }
    JsonObject files = Objects.requireNonNull(vector.object("files"));
    Statements answer =
        Statements.ask(StatementQuery.of(site, relation, target), uri -> serve(files, uri));
    JsonObject expected = Objects.requireNonNull(vector.object("dalApi"));
    assertThat(answer.linked())
        .as("%s", answer)
        .contains(expected.get("linked") instanceof JsonBoolean bool && bool.value());
    assertThat(answer.errorCodes().stream().map(code -> "ERROR_CODE_" + code))
        .containsExactlyElementsOf(texts(expected, "errorCodes"));
    assertThat(answer.undetermined()).isFalse();
  }

  private static Observation serve(JsonObject files, URI uri) {
    String text = files.text(uri.toString());
    return text == null || text.equals("(HTTP 404)")
        ? Answered.of(uri, 404, Headers.NONE, Body.EMPTY)
        : Answered.of(
            uri,
            200,
            Headers.of("Content-Type", "application/json"),
            Body.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(JsonObject object, String name) {
    return Objects.requireNonNull(object.array(name)).elements().stream()
        .map(JsonValue::asText)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static List<JsonObject> vectors() throws IOException {
    String name = "android-statement-queries.json";
    try (InputStream in = StatementVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      JsonValue value = Document.json(in.readAllBytes(), name).value().orElseThrow();
      return ((JsonArray) value).elements().stream().map(each -> (JsonObject) each).toList();
    }
  }
}
