package dev.wellknown.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Stage;
import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The schema, which editors use, and the constraints say the same of a registration's shape. The
 * constraints may say more: what holds between fields, and what a pattern cannot say.
 */
class SchemaAgreementTest {

  private static List<Schema.Violation> violations(byte[] json) {
    return Schema.named("registration")
        .violations(Document.json(json, "registration.json").value().orElseThrow());
  }

  private static List<String> errors(byte[] json) throws IOException {
    return RegistrationExamination.of(json, "registration.json", false).findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(SchemaAgreementTest::pointer)
        .toList();
  }

  private static String pointer(Finding finding) {
    return String.valueOf(finding.location().pointer());
  }

  /** Whether a finding speaks of a place, of something below it, or of something it lies in. */
  private static boolean speaksOf(String finding, String place) {
    return finding.equals(place)
        || finding.startsWith(place + "/")
        || (!finding.isEmpty() && place.startsWith(finding + "/"));
  }

  @Test
  void tellsEverythingThatTheSchemaTells() throws IOException {
    RandomRegistrations random = new RandomRegistrations(7);
    List<String> unsaid = new ArrayList<>();
    int violated = 0;
    for (int round = 0; round < 3000; round++) {
      Map<String, Object> registration = random.mutated();
      byte[] json = RandomRegistrations.json(registration).getBytes(StandardCharsets.UTF_8);
      List<String> errors = errors(json);
      for (Schema.Violation violation : violations(json)) {
        violated++;
        String place = violation.pointer().toString();
        if (errors.stream().noneMatch(error -> speaksOf(error, place))) {
          unsaid.add(place + ": " + violation.seen() + ", expected " + violation.expected());
        }
      }
    }
    assertThat(violated).isGreaterThan(2000);
    assertThat(unsaid.stream().distinct().limit(40).toList()).isEmpty();
  }

  @Test
  void findsNothingWrongInRegistrationsThatAreRight() throws IOException {
    RandomRegistrations random = new RandomRegistrations(8);
    for (int round = 0; round < 600; round++) {
      Map<String, Object> registration = random.next();
      byte[] json = RandomRegistrations.json(registration).getBytes(StandardCharsets.UTF_8);
      assertThat(violations(json)).as(RandomRegistrations.json(registration)).isEmpty();
      List<Finding> errors =
          RegistrationExamination.of(json, "registration.json", false).findings().stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              // What the rules say of the files that follow is another matter.
              .filter(finding -> finding.stage() == Stage.REGISTRATION)
              .filter(
                  finding -> !finding.rule().id().equals("registration/exclude-not-expressible"))
              .filter(finding -> !finding.rule().id().startsWith("registration/file-"))
              .toList();
      assertThat(errors).as(RandomRegistrations.json(registration)).isEmpty();
    }
  }

  @Test
  void readsTheSameFromYamlAndFromJson() throws IOException {
    RandomRegistrations random = new RandomRegistrations(9);
    int compared = 0;
    for (int round = 0; round < 600; round++) {
      Map<String, Object> registration = random.mutated();
      List<String> json = told(RandomRegistrations.json(registration), "registration.json");
      // YAML takes an unquoted number where text is expected, such as a team id of ten digits.
      if (json.stream().noneMatch(finding -> finding.contains(" is a number where "))) {
        compared++;
        assertThat(told(RandomRegistrations.yaml(registration), "registration.yaml"))
            .isEqualTo(json);
      }
    }
    assertThat(compared).isGreaterThan(400);
  }

  /** Findings without their positions. */
  private static List<String> told(String text, String name) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return RegistrationExamination.of(bytes, name, false).findings().stream()
        .map(finding -> finding.rule().id() + " " + pointer(finding) + " " + finding.message())
        .sorted()
        .toList();
  }
}
