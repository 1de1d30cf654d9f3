package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a line of a report says about one host, in the words of the catalogue. */
record FaultsOutcome(JsonObject line) {

  private static final String APPLE_FILE = "apple-app-site-association";

  /** Reads a line as strictly as files are read. */
  static FaultsOutcome read(String line) {
    Document document = Document.json(line.getBytes(StandardCharsets.UTF_8), "line");
    assertThat(document.defects()).isEmpty();
    return new FaultsOutcome(document.value().orElseThrow().asObject());
  }

  String target() {
    return line.text("target");
  }

  private List<JsonObject> objects(String member) {
    return line.array(member).elements().stream().map(each -> each.asObject()).toList();
  }

  String apple() {
    return conclusion(Platform.APPLE);
  }

  String android() {
    return conclusion(Platform.ANDROID);
  }

  /** That of the platform's least lenient reader. */
  private String conclusion(Platform platform) {
    JsonObject verdicts = line.get("verdicts").asObject();
    List<String> all =
        Arrays.stream(Reader.values())
            .filter(reader -> reader.platform() == platform)
            .map(reader -> verdicts.text(reader.id()))
            .toList();
    if (all.contains(null)) {
      return "not listed";
    }
    if (all.contains("fail") || all.contains("unknown")) {
      return "error";
    }
    boolean warned =
        findings().stream()
            .filter(each -> !each.text("severity").equals("note"))
            .anyMatch(
                each ->
                    (platform == Platform.APPLE)
                        == each.get("location").asObject().text("uri").endsWith(APPLE_FILE));
    return warned ? "warn" : "ok";
  }

  List<JsonObject> findings() {
    return objects("findings");
  }

  /** The rules of all findings. */
  Set<String> rules() {
    Set<String> rules = new TreeSet<>();
    findings().forEach(each -> rules.add(each.text("rule")));
    return rules;
  }

  List<Long> millisOfFiles() {
    return objects("files").stream()
        .map(each -> Long.parseLong(each.get("millis").toJson()))
        .toList();
  }

  @Override
  public String toString() {
    return line.get("verdicts").toJson() + " " + rules();
  }
}
