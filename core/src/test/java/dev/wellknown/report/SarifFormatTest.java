package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifFormatTest {

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try {
      return SchemaRegistry.withDialect(Dialects.getDraft4())
          .getSchema(
              Files.readString(Path.of("src/test/resources/sarif/sarif-2.1.0.json")),
              InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void isValid(String sarif) {
    assertThat(SCHEMA.validate(sarif, InputFormat.JSON)).isEmpty();
  }

  @Test
  void isWhatTheSchemaOfSarifDescribes() {
    isValid(sarif(Samples.report()));
    isValid(sarif(Samples.of()));
    assertThat(SCHEMA.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void pointsALiveFindingAtTheLineOfTheRegistrationThatNamesTheHost() {
    JsonObject result = results(Samples.of(Samples.redirected())).get(1);
    JsonObject place = physical(result, "locations");
    assertThat(uri(place)).isEqualTo("wellknown.yaml");
    assertThat(number(place.object("region"), "startLine")).isEqualTo("3");
    assertThat(number(place.object("region"), "startColumn")).isEqualTo("9");
    assertThat(result.object("message").text("text")).contains("301", "(at " + Samples.URL + ")");
    assertThat(uri(physical(result, "relatedLocations"))).isEqualTo(Samples.URL);
  }

  @Test
  void pointsALiveFindingOfNoRegistrationAtItsAddress() {
    JsonObject result = results(Samples.of(Samples.silent())).get(0);
    assertThat(uri(physical(result, "locations")))
        .isEqualTo("https://gone.example.com/.well-known/assetlinks.json");
    assertThat(result.has("relatedLocations")).isFalse();
  }

  @Test
  void writesPathsAsReferencesRelativeToTheWorkingDirectory() {
    JsonObject result = results(Samples.of(Samples.file())).get(1);
    assertThat(uri(physical(result, "locations"))).isEqualTo("my%20site/%C3%A9/assetlinks.json");
    assertThat(Uris.of(Location.of("a:b%#?"), name -> name)).isEqualTo("a%3Ab%25%23%3F");
    assertThat(Uris.of(Location.of("/etc/x y"), name -> name)).isEqualTo("file:///etc/x%20y");
    assertThat(Uris.of(Location.of("C:/x"), name -> name)).isEqualTo("file:///C%3A/x");
    assertThat(Uris.of(Location.of("https://x.example/ä|?q=%20"), name -> name))
        .isEqualTo("https://x.example/%C3%A4%7C?q=%20");
  }

  @Test
  void suppressesWhatABaselineAccepts() {
    List<JsonObject> results = results(Samples.of(Samples.file()));
    JsonObject suppression = results.get(0).array("suppressions").elements().get(0).asObject();
    assertThat(suppression.text("kind")).isEqualTo("external");
    assertThat(suppression.text("justification")).isEqualTo("the vendor mends it | soon");
    assertThat(results.get(1).has("suppressions")).isFalse();
  }

  @Test
  void makesNoLinkOfWhatWasServed() {
    String text =
        results(Samples.of(Samples.holding("[click](https://evil.example/)")))
            .get(0)
            .object("message")
            .text("text");
    assertThat(text).contains("[click] (https").doesNotContain("](");
  }

  @Test
  void saysWhatCouldNotBeExamined() {
    JsonObject invocation = run(Samples.report()).array("invocations").elements().get(0).asObject();
    assertThat(invocation.get("executionSuccessful").toJson()).isEqualTo("false");
    assertThat(invocation.array("toolExecutionNotifications").toJson())
        .contains("missing.json does not exist", "gone.example.com could not be examined");
  }

  @Test
  void keepsTheWorstWhereThereAreMoreThanGithubTakes() {
    List<Reported> many = new ArrayList<>();
    for (int i = 0; i < 25_001; i++) {
      Finding finding =
          Finding.of(Samples.rule("serving/redirect"), Location.of("x"), "m" + i, "f")
              .withSeverity(i == 25_000 ? Severity.ERROR : Severity.NOTE);
      many.add(new Reported(finding, "f" + i));
    }
    TargetReport good = Samples.good();
    Report report =
        Samples.of(new TargetReport(good.name(), good.verdicts(), good.files(), many, List.of()));
    List<JsonObject> results = results(report);
    assertThat(results).hasSize(25_000);
    assertThat(results.get(0).text("level")).isEqualTo("error");
    assertThat(sarif(report)).contains("1 findings are left out");
  }

  private static String sarif(Report report) {
    return Samples.text(Format.SARIF, report);
  }

  private static JsonObject run(Report report) {
    Document document = Document.json(sarif(report).getBytes(StandardCharsets.UTF_8), "sarif");
    JsonObject root = document.value().orElseThrow().asObject();
    return root.array("runs").elements().get(0).asObject();
  }

  private static List<JsonObject> results(Report report) {
    return run(report).array("results").elements().stream().map(JsonValue::asObject).toList();
  }

  private static JsonObject physical(JsonObject result, String places) {
    return result.array(places).elements().get(0).asObject().object("physicalLocation");
  }

  private static String uri(JsonObject physical) {
    return physical.object("artifactLocation").text("uri");
  }

  private static String number(JsonObject object, String name) {
    return ((JsonNumber) object.get(name)).literal();
  }
}
