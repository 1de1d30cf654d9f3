package dev.wellknown.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.FileExamination;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Schema;
import dev.wellknown.registration.RandomRegistrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What holds for the files of any registration. */
class GeneratorPropertyTest {

  private static RegistrationExamination examine(RandomRegistrations random) throws IOException {
    byte[] yaml = RandomRegistrations.yaml(random.next()).getBytes(StandardCharsets.UTF_8);
    return RegistrationExamination.of(yaml, "registration.yaml", false);
  }

  private static String inWords(Publication publication) {
    return new String(publication.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void fitsItsSchemaAndPassesTheRulesOrSaysBeforehandWhatTheyWillSay() throws IOException {
    RandomRegistrations random = new RandomRegistrations(1);
    int files = 0;
    for (int round = 0; round < 2000; round++) {
      RegistrationExamination examined = examine(random);
      List<String> announced =
          examined.findings().stream()
              .map(finding -> finding.rule().id() + " " + finding.message())
              .toList();
      for (Publication publication : examined.publications()) {
        files++;
        AssociationFile file =
            AssociationFile.read(
                publication.kind(), publication.bytes(), publication.kind().fileName());
        assertThat(file.document().defects()).isEmpty();
        assertThat(
                Schema.named(publication.kind().schema())
                    .violations(file.document().value().orElseThrow()))
            .as(inWords(publication))
            .isEmpty();
        for (Finding finding : FileExamination.of(file).findings()) {
          assertThat(finding.severity()).as(finding.message()).isNotEqualTo(Severity.ERROR);
          if (finding.severity() == Severity.WARNING) {
            assertThat(announced)
                .contains(
                    finding.rule().id()
                        + " "
                        + publication.kind().fileName()
                        + ": "
                        + finding.message());
          }
        }
      }
    }
    assertThat(files).isGreaterThan(1000);
  }

  @Test
  void givesTheSameBytesAgainAndAnywhere() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    List<String> here = files(3);
    try {
      Locale.setDefault(new Locale("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(files(3)).isEqualTo(here);
      Locale.setDefault(new Locale("ar", "EG"));
      assertThat(files(3)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** The files of some registrations, and all that is said of them. */
  private static List<String> files(long seed) throws IOException {
    RandomRegistrations random = new RandomRegistrations(seed);
    List<String> files = new ArrayList<>();
    for (int round = 0; round < 400; round++) {
      RegistrationExamination examined = examine(random);
      examined.publications().forEach(publication -> files.add(inWords(publication)));
      examined.findings().forEach(finding -> files.add(finding.toString()));
    }
    return files;
  }

  @Test
  void knowsFromWhereEachPartFollows() throws IOException {
    RandomRegistrations random = new RandomRegistrations(4);
    for (int round = 0; round < 300; round++) {
      RegistrationExamination examined = examine(random);
      for (Publication publication : examined.publications()) {
        assertThat(publication.origins()).isNotEmpty();
        publication
            .origins()
            .forEach(
                (place, origin) ->
                    assertThat(examined.document().nearest(origin).map(JsonValue::pointer))
                        .as("%s", place)
                        .contains(origin));
      }
    }
  }
}
