package dev.wellknown.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {

  @Test
  void saysWhatIsMissing() {
    assertThat(told("assetlinks", "[{\"relation\": [\"a/b\"]}]"))
        .containsExactly("/0: \"target\" is missing -> add \"target\"");
  }

  @Test
  void saysWhatStandsThereAndWhatIsExpected() {
    assertThat(told("assetlinks", "{}"))
        .containsExactly(": an empty object stands where a list is expected -> write a list");
    assertThat(told("assetlinks", "[{\"relation\": 5, \"target\": {\"namespace\": \"web\"}}]"))
        .containsExactlyInAnyOrder(
            "/0/relation: the number 5 stands where a list is expected -> write a list",
            "/0/target: \"site\" is missing -> add \"site\"");
    assertThat(told("assetlinks", "[{\"relation\": [], \"target\": {\"namespace\": \"web\"}}]"))
        .contains(
            "/0/relation: an empty list stands where a list of at least 1 element is expected"
                + " -> write a list of at least 1 element");
  }

  @Test
  void namesTheValueThatWasMeant() {
    assertThat(told("assetlinks", statement("\"namespace\": \"android-app\"")))
        .containsExactly(
            "/0/target/namespace: \"android-app\" stands where one of \"android_app\", \"web\" is"
                + " expected -> write \"android_app\"");
  }

  @Test
  void showsTheSchemasExampleInsteadOfARegularExpression() {
    assertThat(told("assetlinks", statement("\"namespace\": \"web\", \"site\": \"acme.org\"")))
        .containsExactly(
            "/0/target/site: \"acme.org\" has another form than is expected here (Site)"
                + " -> write it like \"https://www.example.com\"");
  }

  @Test
  void namesMembersThatNobodyKnows() {
    assertThat(told("registration", "{\"format\": \"wellknown/1\", \"host\": []}"))
        .contains("/host: \"host\" is not known here -> rename it to \"hosts\"");
  }

  @Test
  void tellsAMemberThatCannotStandBesideAnotherOneAtTheObject() {
    Document document =
        Document.json(
            "[{\"include\": \"https://acme.org/x\", \"relation\": [\"a/b\"]}]"
                .getBytes(StandardCharsets.UTF_8),
            "f");
    assertThat(Schema.named("assetlinks").violations(document.value().orElseThrow()))
        .singleElement()
        .satisfies(violation -> assertThat(violation.about()).hasToString("/0"))
        .satisfies(
            violation ->
                assertThat(violation.message()).isEqualTo("\"relation\" cannot stand here"));
  }

  @Test
  void refusesToLoadWhatIsNotThere() {
    assertThatThrownBy(() -> Schema.named("nothing")).isInstanceOf(IllegalArgumentException.class);
  }

  private static String statement(String target) {
    return "[{\"relation\": [\"a/b\"], \"target\": {" + target + "}}]";
  }

  private static List<String> told(String schema, String text) {
    Document document = Document.json(text.getBytes(StandardCharsets.UTF_8), "f");
    return Schema.named(schema).violations(document.value().orElseThrow()).stream()
        .map(each -> each.pointer() + ": " + each.message() + " -> " + each.fix())
        .toList();
  }
}
