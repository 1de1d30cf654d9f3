package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Stage;
import dev.wellknown.finding.Verdict;
import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import dev.wellknown.report.Detail;
import dev.wellknown.report.JsonFormat;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {

  private static final String FINGERPRINT =
      "3C:91:0B:5E:D2:77:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B:DD:61";
  private static final String GOOD_LINKS =
      """
      [{"relation": ["delegate_permission/common.handle_all_urls",
          "delegate_permission/common.get_login_creds"],
        "target": {"namespace": "android_app", "package_name": "com.cornershop.app",
          "sha256_cert_fingerprints": ["%s"]}}]
      """
          .formatted(FINGERPRINT);
  private static final String LOWER_CASE =
      GOOD_LINKS.replace(FINGERPRINT, FINGERPRINT.toLowerCase(java.util.Locale.ROOT));
  private static final String GOOD_AASA =
      "{\"webcredentials\": {\"apps\": [\"K7M2Q9XR4T.com.cornershop.app\"]}}";

  @TempDir Path directory;

  @Test
  void tellsTheKindFromTheNameElseFromTheContent() throws IOException {
    write("assetlinks.json", GOOD_LINKS);
    write("links-staging.txt", GOOD_LINKS);
    write("apple-app-site-association", GOOD_AASA);
    write("aasa.txt", GOOD_AASA);
    write("team.yaml", Files.readString(Path.of("../examples/shop/wellknown.yaml")));
    Report report =
        validate(
            "assetlinks.json",
            "links-staging.txt",
            "apple-app-site-association",
            "aasa.txt",
            "team.yaml");
    assertThat(report.targets())
        .flatExtracting(TargetReport::files)
        .extracting(FileFacts::kind)
        .containsExactly(
            InputKind.ASSETLINKS,
            InputKind.ASSETLINKS,
            InputKind.AASA,
            InputKind.AASA,
            InputKind.REGISTRATION);
    assertThat(report.outcome(Optional.of(Severity.ERROR))).isEqualTo(Report.Outcome.CLEAN);
  }

  @Test
  void doesNotGuessWhatAFileIs() throws IOException {
    write("notes.txt", "{\"a\": 1}");
    Report report = validate("notes.txt");
    assertThat(report.unusable()).singleElement().asString().contains("notes.txt", "--kind");
    assertThat(report.outcome(Optional.of(Severity.ERROR))).isEqualTo(Report.Outcome.UNUSABLE);
  }

  @Test
  void readsBothFilesOfADirectoryWhereverTheyLie() throws IOException {
    write("site/.well-known/assetlinks.json", GOOD_LINKS);
    write("site/apple-app-site-association", GOOD_AASA);
    Report report = validate("site");
    assertThat(report.targets())
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.name()).isEqualTo("site");
              assertThat(target.files())
                  .extracting(FileFacts::url)
                  .containsExactly(
                      "site/.well-known/assetlinks.json", "site/apple-app-site-association");
              assertThat(target.verdicts())
                  .hasSize(6)
                  .allSatisfy((r, v) -> assertThat(v).isEqualTo(Verdict.PASS));
            });
  }

  @Test
  void passesNothingThatItHasNotExamined() throws IOException {
    Files.createDirectories(directory.resolve("empty"));
    assertThat(validate("empty").outcome(Optional.empty())).isEqualTo(Report.Outcome.UNUSABLE);
    assertThat(validate("absent").outcome(Optional.empty())).isEqualTo(Report.Outcome.UNUSABLE);
    assertThat(validate().outcome(Optional.empty())).isEqualTo(Report.Outcome.UNDETERMINED);
  }

  @Test
  void refusesFilesThatNobodyWouldRead() throws IOException {
    Files.write(directory.resolve("assetlinks.json"), new byte[Inputs.MAX_BYTES + 1]);
    assertThat(validate("assetlinks.json").unusable())
        .singleElement()
        .asString()
        .contains("assetlinks.json", "3 MB");
    assertThat(validate("/dev/zero").unusable()).singleElement().asString().contains("/dev/zero");
  }

  @Test
  void neverChangesAReadersVerdictByASeverity() throws IOException {
    write("assetlinks.json", LOWER_CASE);
    Validation validation =
        new Validation(
            List.of("assetlinks.json"),
            Optional.empty(),
            Optional.empty(),
            Set.of("assetlinks/fingerprint-lower-case"));
    TargetReport target = validation.run(inputs("")).targets().get(0);
    assertThat(target.findings()).isEmpty();
    assertThat(target.verdict()).isEqualTo(Verdict.PASS);
    assertThat(target.verdicts().get(Reader.GOOGLE_API)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void appliesTheRulesOfARegistrationToAllFiles() throws IOException {
    write("assetlinks.json", LOWER_CASE);
    write(
        "wellknown.yaml",
        Files.readString(Path.of("../examples/shop/wellknown.yaml"))
            + "rules: {assetlinks/fingerprint-lower-case: note}\n");
    Validation validation =
        new Validation(
            List.of("assetlinks.json"), Optional.empty(), Optional.of("wellknown.yaml"), Set.of());
    Report report = validation.run(inputs(""));
    assertThat(report.targets()).hasSize(2);
    assertThat(report.targets().get(1).findings())
        .singleElement()
        .satisfies(each -> assertThat(each.finding().severity()).isEqualTo(Severity.NOTE));
    assertThat(report.outcome(Optional.of(Severity.ERROR))).isEqualTo(Report.Outcome.CLEAN);
    assertThat(report.outcome(Optional.of(Severity.NOTE))).isEqualTo(Report.Outcome.FINDINGS);
  }

  @Test
  void comparesFilesWithTheRegistration() throws IOException {
    write("wellknown.yaml", Files.readString(Path.of("../examples/shop/wellknown.yaml")));
    write("assetlinks.json", GOOD_LINKS);
    write("apple-app-site-association", GOOD_AASA);
    Report report = compare("wellknown.yaml", "assetlinks.json", "apple-app-site-association");
    assertThat(report.targets().get(1).findings()).isEmpty();
    TargetReport apple = report.targets().get(2);
    assertThat(rules(apple)).containsExactly("agreement/purpose-missing");
    assertThat(apple.findings().get(0).finding())
        .satisfies(
            finding -> {
              assertThat(finding.stage()).isEqualTo(Stage.AGREEMENT);
              assertThat(finding.app()).isEqualTo("K7M2Q9XR4T.com.cornershop.app");
              assertThat(finding.message()).contains("wellknown.yaml:7:15");
            });
    assertThat(apple.verdicts()).containsEntry(Reader.APPLE_CDN, Verdict.FAIL);
  }

  @Test
  void neverChangesAReadersVerdictByASeverityOfADifference() throws IOException {
    write(
        "wellknown.yaml",
        Files.readString(Path.of("../examples/shop/wellknown.yaml"))
            + "rules: {agreement/purpose-missing: off}\n");
    write("apple-app-site-association", GOOD_AASA);
    TargetReport apple = compare("wellknown.yaml", "apple-app-site-association").targets().get(1);
    assertThat(apple.findings()).isEmpty();
    assertThat(apple.verdict()).isEqualTo(Verdict.PASS);
    assertThat(apple.verdicts()).containsEntry(Reader.APPLE_CDN, Verdict.FAIL);
  }

  @Test
  void missesAFileInAWebRootOnly() throws IOException {
    write("wellknown.yaml", Files.readString(Path.of("../examples/shop/wellknown.yaml")));
    write("site/.well-known/assetlinks.json", GOOD_LINKS);
    assertThat(compare("wellknown.yaml", "site/.well-known/assetlinks.json").targets().get(1))
        .satisfies(target -> assertThat(target.findings()).isEmpty());
    TargetReport site = compare("wellknown.yaml", "site").targets().get(1);
    assertThat(rules(site)).containsExactly("agreement/file-missing");
    assertThat(site.findings().get(0).finding().location().uri())
        .isEqualTo("site/.well-known/apple-app-site-association");
    assertThat(site.verdicts())
        .containsEntry(Reader.APPLE_CDN, Verdict.FAIL)
        .containsEntry(Reader.GOOGLE_API, Verdict.PASS);
  }

  @Test
  void saysThatNothingIsComparedWithABrokenRegistration() throws IOException {
    write(
        "wellknown.yaml",
        Files.readString(Path.of("../examples/shop/wellknown.yaml")).replace("K7M2Q9XR4T", "K7"));
    write("apple-app-site-association", GOOD_AASA);
    Report report = compare("wellknown.yaml", "apple-app-site-association");
    TargetReport apple = report.targets().get(1);
    assertThat(apple.findings()).isEmpty();
    assertThat(apple.verdict()).isEqualTo(Verdict.PASS);
    assertThat(new TextFormat(Style.PLAIN, Detail.NORMAL, Severity.ERROR).text(report))
        .contains(
            "  not examined: whether apple-app-site-association says what wellknown.yaml says: the"
                + " registration has errors\n");
    assertFitsTheSchema(JsonFormat.json(report));
    assertThat(JsonFormat.json(report)).contains("\"notExamined\"");
  }

  @Test
  void doesNotCompareWhatCannotBeRead() throws IOException {
    write("wellknown.yaml", Files.readString(Path.of("../examples/shop/wellknown.yaml")));
    write("assetlinks.json", "{}");
    write("apple-app-site-association", "{\"applinks\":");
    Report report = compare("wellknown.yaml", "assetlinks.json", "apple-app-site-association");
    assertThat(rules(report.targets().get(1))).containsExactly("assetlinks/not-an-array");
    assertThat(rules(report.targets().get(2))).containsExactly("json/not-json");
    assertThat(report.targets().get(1).notExamined()).hasSize(1);
  }

  @Test
  void leavesOpenWhatAnIncludeMaySay() throws IOException {
    write("wellknown.yaml", Files.readString(Path.of("../examples/shop/wellknown.yaml")));
    write("assetlinks.json", "[{\"include\": \"https://example.org/more.json\"}]");
    TargetReport android = compare("wellknown.yaml", "assetlinks.json").targets().get(1);
    assertThat(android.verdicts())
        .containsEntry(Reader.GOOGLE_API, Verdict.UNKNOWN)
        .containsEntry(Reader.CHROME, Verdict.FAIL);
  }

  private Report compare(String registration, String... paths) {
    return new Validation(List.of(paths), Optional.empty(), Optional.of(registration), Set.of())
        .run(inputs(""));
  }

  private static List<String> rules(TargetReport target) {
    return target.findings().stream().map(each -> each.finding().rule().id()).toList();
  }

  @Test
  void keepsAFingerprintWhereOnlyTheLineChanged() throws IOException {
    write("assetlinks.json", LOWER_CASE);
    Reported before = validate("assetlinks.json").targets().get(0).findings().get(0);
    write("assetlinks.json", "\n\n  " + LOWER_CASE);
    Reported after =
        validate(directory.resolve("assetlinks.json").toString())
            .targets()
            .get(0)
            .findings()
            .get(0);
    assertThat(after.finding().location().line()).isNotEqualTo(before.finding().location().line());
    assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
  }

  @Test
  void tellsEqualFindingsApartByTheirOrder() throws IOException {
    String twice = LOWER_CASE.strip();
    write("assetlinks.json", twice.substring(0, twice.length() - 1) + "," + twice.substring(1));
    assertThat(validate("assetlinks.json").targets().get(0).findings())
        .filteredOn(each -> each.finding().rule().id().endsWith("lower-case"))
        .hasSize(2)
        .extracting(Reported::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void readsStandardInput() {
    Report report =
        new Validation(List.of("-"), Optional.empty(), Optional.empty(), Set.of())
            .run(inputs(GOOD_AASA));
    assertThat(report.targets())
        .singleElement()
        .satisfies(target -> assertThat(target.verdict()).isEqualTo(Verdict.PASS));
  }

  @Test
  void showsHostileTextsEscapedInEveryFormat() {
    String hostile = "\u001b]0;x\u0007\u001b[2J\u009b1m\u202e\u2028\r\n::error::\u200b";
    String json =
        "[{\"relation\":[\""
            + jsonEscaped(hostile)
            + "\"],\"target\":{\"namespace\":\""
            + jsonEscaped(hostile)
            + "\",\""
            + jsonEscaped(hostile)
            + "\":1}}]";
    Report report =
        new Validation(List.of("-"), Optional.of(InputKind.ASSETLINKS), Optional.empty(), Set.of())
            .run(inputs(json));
    assertThat(report.targets().get(0).findings()).isNotEmpty();
    String text = new TextFormat(Style.PLAIN, Detail.VERBOSE, Severity.ERROR).text(report);
    assertThat(text.codePoints()).allMatch(ValidationTest::isHarmless);
    assertThat(text.lines()).noneMatch(line -> line.startsWith("::"));
    String machine = JsonFormat.json(report);
    assertThat(machine.codePoints()).allMatch(ValidationTest::isHarmless);
    assertFitsTheSchema(machine);
  }

  @Test
  void writesJsonAsItsSchemaDescribesIt() throws IOException {
    write("assetlinks.json", LOWER_CASE);
    write("apple-app-site-association", "{\"applinks\":");
    Report report = validate("assetlinks.json", "apple-app-site-association", "absent");
    assertFitsTheSchema(JsonFormat.json(report));
    assertFitsTheSchema(JsonFormat.json(dev.wellknown.Associations.rules().subList(0, 0)));
    write("wellknown.yaml", Files.readString(Path.of("../examples/shop/wellknown.yaml")));
    assertFitsTheSchema(
        JsonFormat.json(Generation.compare(inputs(""), "wellknown.yaml", "site", false, Set.of())));
  }

  private static void assertFitsTheSchema(String json) {
    Document document = Document.json(json.getBytes(StandardCharsets.UTF_8), "report");
    assertThat(document.defects()).isEmpty();
    assertThat(Schema.named("report").violations(document.value().orElseThrow())).isEmpty();
  }

  private static boolean isHarmless(int point) {
    return point == '\n' || dev.wellknown.finding.Printable.isVisible(point);
  }

  private static String jsonEscaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
    return escaped.toString();
  }

  private Report validate(String... paths) {
    return new Validation(List.of(paths), Optional.empty(), Optional.empty(), Set.of())
        .run(inputs(""));
  }

  private Inputs inputs(String standardInput) {
    return new Inputs(
        directory, new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
