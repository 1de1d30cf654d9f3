package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever was served: every format stays what it is, and gives nobody a command. */
class HostileTextTest {

  private static final List<String> VALUES =
      List.of(
          "\u0000\u0001\u0008\u000B\u001B[2J\u007F\u0085\u009B",
          "\n::error file=x::injected\r\n::set-output name=a::b",
          "::error::injected",
          "##vso[task.setvariable variable=a]b ##[set-env name=a]b ##teamcity[message text='a']",
          "]]> <![CDATA[ --> <!-- <?xml?> &amp; &#0; &x;",
          "<script>alert(1)</script><img src=x onerror=alert(1)>",
          "\uD800 alone \uDC00",
          "\uFFFE\uFFFF\u2028\u2029\u202E\u200B\uFEFF",
          "| a | b |\\| `c` ``d`` @team #12 [x](https://e.example) ![](http://e.example) www.e.example",
          "# head\n- item\n\n```\ncode",
          "\"'{0}%0A%s,:;",
          "y".repeat(60_000),
          "\uD83D\uDE00".repeat(30_000),
          "");

  @TestFactory
  Stream<DynamicTest> staysWhole() {
    return Arrays.stream(Format.values())
        .flatMap(
            format ->
                VALUES.stream()
                    .map(
                        value ->
                            DynamicTest.dynamicTest(
                                format.id() + " " + Printable.quote(value),
                                () -> isWhole(format, value))));
  }

  @Test
  void startsFromReportsThatFitTheirSchema() {
    isReport(Samples.text(Format.JSON, Samples.report()));
  }

  @TestFactory
  Stream<DynamicTest> cutsWhatNobodyReadsToItsEnd() {
    String value = "y".repeat(60_000);
    Finding finding =
        Finding.of(
                Samples.rule("assetlinks/fingerprint-lower-case"), Location.of("x"), value, value)
            .withSeen(value)
            .withExpected(value)
            .withApp(value);
    TargetReport good = Samples.good();
    Report report =
        Samples.of(
            new TargetReport(
                good.name(),
                good.verdicts(),
                good.files(),
                List.of(new Reported(finding, "f")),
                List.of()));
    return Arrays.stream(Format.values())
        .map(
            format ->
                DynamicTest.dynamicTest(
                    format.id(),
                    () ->
                        assertThat(Samples.text(format, report))
                            .hasSizeBetween(1_000, format == Format.HTML ? 60_000 : 20_000)
                            .contains("(60000 characters in all")));
  }

  private static void isWhole(Format format, String value) throws Exception {
    Report hostile =
        new Report(
            "check",
            true,
            List.of(value),
            List.of(Samples.holding(value)),
            List.of(value),
            List.of(value));
    String text = Samples.text(format, hostile);
    assertThat(text.codePoints().filter(point -> point != '\n' && !Printable.isVisible(point)))
        .isEmpty();
    if (format != Format.JSON && format != Format.NDJSON) {
      assertThat(text).doesNotContain("##vso[", "##[", "##teamcity[");
    }
    switch (format) {
      case JSON, NDJSON -> isReport(text);
      case SARIF -> {
        isStrict(text);
        SarifFormatTest.isValid(text);
      }
      case JUNIT -> JunitFormatTest.parse(text);
      case GITHUB ->
          assertThat(text.lines())
              .allMatch(line -> line.matches("(::(error|notice).*|1 examined.*)"))
              .hasSize(7);
      case HTML -> HtmlRenderingTest.parse(text);
      case MARKDOWN -> MarkdownFormatTest.isPlain(text);
      case TEXT -> assertThat(text.lines()).noneMatch(line -> line.startsWith("::"));
    }
  }

  private static void isReport(String json) {
    Document document = isStrict(json);
    assertThat(Schema.named("report").violations(document.value().orElseThrow())).isEmpty();
  }

  private static Document isStrict(String json) {
    Document document = Document.json(json.strip().getBytes(StandardCharsets.UTF_8), "json");
    assertThat(document.value()).isPresent();
    return document;
  }
}
