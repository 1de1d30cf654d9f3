package dev.wellknown.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files and URLs of which is known what Apple's systems make of them: from Apple's documents, from
 * published output of its own {@code swcutil}, and from reports of third parties.
 */
class AppleVectorsTest {

  @TestFactory
  Stream<DynamicTest> decidesAsAppleDoes() throws IOException {
    return vectors().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text("id") + ": " + vector.text("rule"), () -> compare(vector)));
  }

  @Test
  void comparesAllOfThem() throws IOException {
    assertThat(vectors()).hasSize(179);
  }

  private static void compare(JsonObject vector) {
    String json = Objects.requireNonNull(vector.get("aasa")).toJson();
    String url = Objects.requireNonNull(vector.text("url"));
    AppleMatcher matcher = matcher(json);
    ReferenceAppleMatcher reference = new ReferenceAppleMatcher(json);
    JsonObject expected = Objects.requireNonNull(vector.object("expect"));
    assertThat(expected.members()).isNotEmpty();
    for (JsonObject.Member app : expected.members()) {
      AppleVerdict verdict =
          switch (String.valueOf(app.value().asText())) {
            case "match" -> AppleVerdict.OPENS;
            case "exclude" -> AppleVerdict.EXCLUDED;
            case "nomatch" -> AppleVerdict.NO_MATCH;
            default -> throw new IllegalArgumentException(app.value().toJson());
          };
      assertThat(matcher.decide(url, app.name()).verdict()).isEqualTo(verdict);
      assertThat(matcher.explain(url, app.name()).verdict()).isEqualTo(verdict);
      assertThat(reference.verdict(url, app.name())).as("reference").isEqualTo(verdict);
    }
  }

  static AppleMatcher matcher(String json) {
    return AppleMatcher.of(
        (AppSiteAssociation)
            AssociationFile.read(Kind.AASA, json.getBytes(StandardCharsets.UTF_8), "file"));
  }

  private static List<JsonObject> vectors() throws IOException {
    String name = "apple-matches.json";
    try (InputStream in = AppleVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
      JsonValue value = Document.json(in.readAllBytes(), name).value().orElseThrow();
      return ((JsonArray) value).elements().stream().map(each -> (JsonObject) each).toList();
    }
  }
}
