package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Severity;
import org.junit.jupiter.api.Test;

class TextFormatTest {

  private static final Style PRETTY = new Style(true, true);

  @Test
  void tellsTheRootCauseFirstAndWhatWasNotExaminedForIt() {
    String text =
        new TextFormat(Style.PLAIN, Detail.NORMAL, Severity.ERROR).text(Samples.redirected());
    assertThat(text)
        .containsSubsequence(
            "x fail  shop.example.com",
            "[serving/redirect]",
            "[agreement/app-missing]",
            "readers: google-api x fail",
            "not examined: what " + Samples.URL);
  }

  @Test
  void breaksSentencesAtTheWidthOfTheTerminalAndNeverAnAddress() {
    TextFormat narrow = new TextFormat(Style.PLAIN, Detail.NORMAL, Severity.ERROR, 40);
    String text = narrow.text(Samples.redirected());
    assertThat(text).contains("  not examined: what\n  " + Samples.URL + "\n  says: no file");
    assertThat(text.lines().filter(line -> line.startsWith("    ")))
        .allMatch(line -> line.length() <= 40 || !line.strip().contains(" "));
  }

  @Test
  void countsNoColoursAsWidth() {
    String colored = new TextFormat(PRETTY, Detail.NORMAL, Severity.ERROR, 60).text(Samples.good());
    String plain =
        new TextFormat(new Style(false, true), Detail.NORMAL, Severity.ERROR, 60)
            .text(Samples.good());
    assertThat(colored.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(plain);
    assertThat(plain).contains("  readers: apple-cdn ✓ pass, apple-direct ✓ pass\n");
  }

  @Test
  void saysInWordsWhatColoursAndSymbolsSay() {
    String pretty = new TextFormat(PRETTY, Detail.NORMAL, Severity.ERROR).text(Samples.report());
    assertThat(pretty).contains("\u001b[31m✗ fail\u001b[0m", "\u001b[32m✓ pass\u001b[0m");
    String plain =
        new TextFormat(Style.PLAIN, Detail.NORMAL, Severity.ERROR).text(Samples.redirected());
    assertThat(plain.codePoints()).allMatch(point -> point < 128);
  }

  @Test
  void saysNothingOfWhatIsAcceptedWhereLittleIsAsked() {
    TextFormat quiet = new TextFormat(Style.PLAIN, Detail.QUIET, Severity.NOTE);
    assertThat(quiet.text(Samples.file()))
        .contains("fingerprint-lower-case")
        .doesNotContain("duplicate-member");
  }
}
