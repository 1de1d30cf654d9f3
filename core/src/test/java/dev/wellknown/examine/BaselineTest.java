package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Report.Outcome;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final String BAD =
      """
      [{"relation": ["delegate_permission/common.handle_all_urls"], "target": {
        "namespace": "android_app", "package_name": "org.acme.shop", "sha256_cert_fingerprints": [
        "14:6d:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"]}}]
      """;

  private static final String GOOD = BAD.replace("6d", "6D");

  @Test
  void tellsWhatIsAcceptedAndDoesNotFail() throws Exception {
    TargetReport bad = validated(BAD);
    assertThat(outcome(bad)).isEqualTo(Outcome.FINDINGS);
    Baseline written = written(bad);
    TargetReport marked = accepting(written).mark(bad);
    assertThat(marked.findings()).hasSameSizeAs(bad.findings()).allMatch(Reported::isBaselined);
    assertThat(outcome(marked)).isEqualTo(Outcome.CLEAN);
    assertThat(marked.verdicts()).isEqualTo(bad.verdicts()).containsValue(Verdict.FAIL);
    assertThat(marked.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void knowsAFindingAgainInOtherWordsOnAnotherLineAndAtAnotherPosition() throws Exception {
    Baseline written = written(validated(BAD));
    TargetReport moved = accepting(written).mark(validated("\n\n  " + BAD));
    assertThat(moved.findings()).isNotEmpty().allMatch(Reported::isBaselined);
    String other = GOOD.strip().replace("acme", "other");
    String second = other.substring(0, other.length() - 1) + "," + BAD.strip().substring(1);
    assertThat(accepting(written).mark(validated(second)).findings())
        .isNotEmpty()
        .allMatch(Reported::isBaselined);
    Finding finding = validated(BAD).findings().get(0).finding();
    assertThat(print(finding.withMessage("in other words"))).isEqualTo(print(finding));
    assertThat(print(finding.withSeen("another value"))).isNotEqualTo(print(finding));
  }

  private static String print(Finding finding) {
    return Reported.all(List.of(finding), UnaryOperator.identity()).get(0).fingerprint();
  }

  @Test
  void countsWhatIsNew() throws Exception {
    Baseline written = written(validated(BAD));
    TargetReport worse = accepting(written).mark(validated(BAD.replace("14:6d", "15:6d")));
    assertThat(outcome(worse)).isEqualTo(Outcome.FINDINGS);
  }

  @Test
  void countsAnEntryUntilItsLastDayAndThenSaysThatItHasExpired() throws Exception {
    TargetReport bad = validated(BAD);
    for (int days = -1; days <= 0; days++) {
      Baseline dated = dated(written(bad), TODAY.plusDays(days));
      Accepting accepting = accepting(dated);
      Outcome outcome = outcome(accepting.mark(bad));
      assertThat(outcome).isEqualTo(days < 0 ? Outcome.FINDINGS : Outcome.CLEAN);
      assertThat(accepting.notices()).hasSize(days < 0 ? 1 : 0);
      if (days < 0) {
        assertThat(accepting.notices().get(0)).contains("expired on 2026-11-21", "lower-case");
      }
    }
  }

  @Test
  void namesAnEntryThatIsNoLongerNeededOnlyWhenItsTargetWasExamined() throws Exception {
    Baseline written = written(validated(BAD));
    Accepting mended = accepting(written);
    mended.mark(validated(GOOD));
    assertThat(mended.notices()).singleElement().asString().contains("no longer needed");

    Accepting elsewhere = accepting(written);
    elsewhere.mark(Validation.of(Kind.ASSETLINKS, utf8(GOOD), "elsewhere.json"));
    assertThat(elsewhere.notices()).isEmpty();

    Accepting unreached = accepting(written);
    TargetReport good = validated(GOOD);
    unreached.mark(
        new TargetReport(
            good.name(),
            Map.of(Reader.GOOGLE_API, Verdict.UNKNOWN),
            good.files(),
            List.of(),
            List.of()));
    assertThat(unreached.notices()).isEmpty();

    Accepting off = new Accepting(written, Baseline.NONE, TODAY, rule -> false, false);
    off.mark(validated(GOOD));
    assertThat(off.notices()).isEmpty();
  }

  @Test
  void keepsReasonsAndDatesAndWhatWasNotLookedAt() throws Exception {
    TargetReport bad = validated(BAD);
    Baseline.Entry other =
        new Baseline.Entry("77", "serving/slow", "other", "x", "known", Optional.empty());
    Baseline before = dated(written(bad), TODAY).and(new Baseline(List.of(other)));
    Accepting again = new Accepting(Baseline.NONE, before, TODAY, rule -> true, true);
    assertThat(again.mark(bad).findings()).noneMatch(Reported::isBaselined);
    assertThat(again.renewed().entries()).containsExactlyInAnyOrderElementsOf(before.entries());
    Accepting mended = new Accepting(before, Baseline.NONE, TODAY, rule -> true, true);
    mended.mark(validated(GOOD));
    assertThat(mended.renewed().entries()).containsExactly(other);
  }

  @Test
  void hidesNothingThatCouldNotBeExamined() throws Exception {
    Finding error =
        Finding.of(validated(BAD).findings().get(0).finding().rule(), Location.of("x"), "m", "f")
            .withSeverity(Severity.ERROR);
    TargetReport half =
        new TargetReport(
            "x",
            Map.of(Reader.GOOGLE_API, Verdict.FAIL, Reader.CHROME, Verdict.UNKNOWN),
            validated(BAD).files(),
            Reported.all(List.of(error), UnaryOperator.identity()),
            List.of());
    assertThat(outcome(accepting(written(half)).mark(half))).isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void acceptsNoTroubleThatMayPass() {
    Finding trouble =
        Finding.of(validated(BAD).findings().get(0).finding().rule(), Location.of("x"), "m", "f")
            .withBreaks(Set.of())
            .withUndecided(Set.of(Reader.CHROME));
    Accepting accepting = new Accepting(Baseline.NONE, Baseline.NONE, TODAY, rule -> true, true);
    accepting.mark(
        new TargetReport(
            "x",
            Map.of(),
            List.of(),
            Reported.all(List.of(trouble), UnaryOperator.identity()),
            List.of()));
    assertThat(accepting.renewed().entries()).isEmpty();
  }

  @Test
  void isWrittenAsItsSchemaSays() throws Exception {
    String text = BaselineFile.text(dated(written(validated(BAD)), TODAY));
    Document document = Document.json(utf8(text), "baseline.json");
    assertThat(Schema.named("baseline").violations(document.value().orElseThrow())).isEmpty();
    assertThat(BaselineFile.text(BaselineFile.read(utf8(text), "b"))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "[~b.json:1:2: the baseline is no plain JSON",
        "{}~b.json:1:1: the baseline is no baseline",
        "{'format': 'wellknown-baseline/2'}~b.json:1:12: the baseline is no baseline",
        "{'format': 'wellknown-baseline/1'}~b.json:1:1: the baseline has no list",
        "{'format': 'wellknown-baseline/1', 'entries': [7]}~b.json:1:48: the baseline has a number",
        "{'format': 'wellknown-baseline/1', 'entries': [{}]}~b.json:1:48: the baseline has an entry",
        "{'format': 'wellknown-baseline/1', 'entries': [{'fingerprint': 'a', 'until': '1.2.27'}]}"
            + "~b.json:1:78: the baseline has \"1.2.27\" as \"until\"",
        "{'format': 'wellknown-baseline/1', 'entries': [{'fingerprint': 'a'}, {'fingerprint': 'a'}]}"
            + "~b.json:1:70: the baseline has a second entry",
        "{'format': 'wellknown-baseline/1', 'entries': [{'fingerprint': 'a', 'reason': null}]}"
            + "~b.json:1:79: the baseline has null",
      })
  void refusesWhatIsNoBaselineWithThePlace(String text, String message) {
    assertThatThrownBy(() -> BaselineFile.read(utf8(text.replace('\'', '"')), "b.json"))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageStartingWith(message);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static TargetReport validated(String text) {
    return Validation.of(Kind.ASSETLINKS, utf8(text), "assetlinks.json");
  }

  private static Accepting accepting(Baseline baseline) {
    return new Accepting(baseline, Baseline.NONE, TODAY, rule -> true, false);
  }

  /** What is left of a baseline after it was written and read. */
  private static Baseline written(TargetReport target) throws UnusableInputException {
    Accepting accepting = new Accepting(Baseline.NONE, Baseline.NONE, TODAY, rule -> true, true);
    accepting.mark(target);
    return BaselineFile.read(utf8(BaselineFile.text(accepting.renewed())), "baseline.json");
  }

  private static Baseline dated(Baseline baseline, LocalDate until) {
    return new Baseline(
        baseline.entries().stream()
            .map(
                entry ->
                    new Baseline.Entry(
                        entry.fingerprint(),
                        entry.rule(),
                        entry.target(),
                        entry.place(),
                        "because",
                        Optional.of(until)))
            .toList());
  }

  private static Outcome outcome(TargetReport target) {
    Report.Tally tally = new Report.Tally();
    tally.add(target);
    return tally.outcome(Optional.of(Severity.ERROR));
  }
}
