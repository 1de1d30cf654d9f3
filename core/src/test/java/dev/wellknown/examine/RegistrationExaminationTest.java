package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationExaminationTest {

  private static final String PLAIN =
      """
      format: wellknown/1
      name: Corner shop
      hosts: [shop.example.com, shop.example.com]
      apps: [{ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}, links: [/login]}]
      """;

  private static RegistrationExamination examine(String text) throws UnusableInputException {
    return RegistrationExamination.of(text.getBytes(StandardCharsets.UTF_8), "a.yaml", false);
  }

  private static List<String> counting(RegistrationExamination examined) {
    return examined.told(examined.severities()).stream()
        .map(finding -> finding.severity().id() + " " + finding.rule().id())
        .toList();
  }

  @Test
  void countsEachRuleAsTheRegistrationSays() throws UnusableInputException {
    String rule = "registration/duplicate-host";
    assertThat(counting(examine(PLAIN))).containsExactly("warning " + rule);
    for (String word : List.of("note", "warning", "error")) {
      assertThat(counting(examine(PLAIN + "rules: {" + rule + ": " + word + "}\n")))
          .containsExactly(word + " " + rule);
    }
    assertThat(counting(examine(PLAIN + "rules: {" + rule + ": off}\n"))).isEmpty();
    assertThat(counting(examine(PLAIN + "rules: {" + rule + ": \"off\"}\n"))).isEmpty();
  }

  @Test
  void makesNoFilesWhereARuleWasMadeAnError() throws UnusableInputException {
    assertThat(examine(PLAIN).publications()).hasSize(1);
    assertThat(examine(PLAIN + "rules: {registration/duplicate-host: error}\n").publications())
        .isEmpty();
  }

  @Test
  void keepsTheErrorsThatStopItWhateverTheRegistrationSays() throws UnusableInputException {
    RegistrationExamination examined =
        examine(
            PLAIN.replace("K7M2Q9XR4T", "none")
                + "rules: {registration/malformed-team-id: off, registration/duplicate-host: off}\n");
    assertThat(examined.registration()).isEmpty();
    assertThat(examined.publications()).isEmpty();
    assertThat(counting(examined))
        .containsExactly(
            "warning registration/duplicate-host", "error registration/malformed-team-id");
  }

  @Test
  void namesTheAppThatAFindingIsAbout() throws UnusableInputException {
    List<Finding> findings =
        examine(PLAIN.replace("K7M2Q9XR4T", "none").replace("name: Corner shop", "name: ''"))
            .findings();
    assertThat(findings)
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(Finding::app)
        .containsExactly(null, "none.com.cornershop.app");
  }

  @Test
  void tellsFindingsInTheOrderOfTheTextAndAlwaysTheSame() throws UnusableInputException {
    String text = "x: 1\ny: 2\n" + PLAIN.replace("name:", "nmae:") + "z: 3\n";
    List<Finding> once = examine(text).findings();
    assertThat(once).extracting(finding -> finding.location().line()).isSorted();
    for (int i = 0; i < 5; i++) {
      assertThat(examine(text).findings()).isEqualTo(once);
    }
  }
}
