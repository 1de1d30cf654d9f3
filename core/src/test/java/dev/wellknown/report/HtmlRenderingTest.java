package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Printable;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlRenderingTest {

  private static final Pattern OURS = Pattern.compile("(?s)<(style|script)>(.*?)</\\1>");

  /** The page is written so that a strict parser of XML reads it, its style and script aside. */
  static Document parse(String page) throws Exception {
    String rest = OURS.matcher(page).replaceAll("<$1></$1>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(rest)));
  }

  private static String at(Document page, String path) throws Exception {
    XPath xpath = XPathFactory.newInstance().newXPath();
    return xpath.evaluate(path, page).replaceAll("\\s+", " ").strip();
  }

  private static Document page(TargetReport... targets) throws Exception {
    return parse(HtmlSamples.page(HtmlSamples.check(targets)));
  }

  @Test
  void breaksTheWayWhereTheFirstStageBreaks() throws Exception {
    Document page = page(HtmlSamples.broken("shop.example.com"));
    assertThat(at(page, "//article//ol[1]"))
        .isEqualTo(
            "✓ registration holds ✓ serving holds ✗ file breaks here – agreement not examined"
                + " – link not examined");
    assertThat(at(page, "//article/div[@class='group'][1]/h4")).isEqualTo("Where it breaks");
    assertThat(at(page, "//article/div[@class='group'][1]//a"))
        .isEqualTo("assetlinks/fingerprint-lower-case");
    assertThat(at(page, "//article/div[@class='group'][2]/h4")).isEqualTo("Behind the break");
    assertThat(at(page, "//article/div[@class='group'][2]//a")).isEqualTo("agreement/app-missing");
    assertThat(at(page, "//article/div[@class='group'][3]//a")).isEqualTo("serving/not-cacheable");
  }

  @Test
  void leavesTheWayOpenWhereNothingCouldBeExamined() throws Exception {
    Document page = page(HtmlSamples.silent("gone.example.com"));
    assertThat(at(page, "//article//ol[1]"))
        .isEqualTo(
            "– registration not asked ? serving left open – file not examined"
                + " – agreement not examined – link not examined");
    assertThat(at(page, "//article//details//dl")).contains("timed out, at the step connect");
    assertThat(at(page, "//h1")).isEqualTo("gone.example.com could not be examined as a whole");
  }

  @Test
  void showsTheEvidenceWithoutItsSecrets() throws Exception {
    String text = HtmlSamples.page(HtmlSamples.check(HtmlSamples.broken("shop.example.com")));
    Document page = parse(text);
    assertThat(text).doesNotContain("abc123");
    assertThat(at(page, "//tr[th='Set-Cookie']/td")).isEqualTo("SESSION=…; Secure");
    assertThat(at(page, "//tr[th='X-Odd']/td")).isEqualTo("a\\u{1b}[2J");
    assertThat(at(page, "//ol[@class='chain']/li[2]/b"))
        .isEqualTo("CN=Example Issuing CA,O=Example");
    assertThat(at(page, "//ol[@class='chain']/li[1]"))
        .contains("shop.example.com, www.example.com", "2026-10-22 12:34 UTC to 2027-01-20");
    assertThat(at(page, "//dt[.='TLS']/following-sibling::dd[1]"))
        .isEqualTo("TLSv1.3, TLS_AES_128_GCM_SHA256");
    assertThat(at(page, "//table[@class='time']//tr[th='TLS']/td[1]")).isEqualTo("17 ms");
    assertThat(at(page, "//table[@class='time']//tr[th='body']/td[1]")).isEqualTo("2.0 ms");
    assertThat(at(page, "//tr[@class='error']/th")).isEqualTo("7");
    assertThat(at(page, "//mark")).isEqualTo("\"3c:91:0b:5e:d2:77\"");
  }

  @Test
  void allowsItsOwnStyleAndScriptByTheirHashesAndNothingElse() throws Exception {
    String page = HtmlSamples.page(Samples.report());
    List<MatchResult> ours = OURS.matcher(page).results().toList();
    assertThat(ours).hasSize(2);
    assertThat(at(parse(page), "//meta[@http-equiv='Content-Security-Policy']/@content"))
        .isEqualTo(
            "default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                .formatted(hash(ours.get(0).group(2)), hash(ours.get(1).group(2))));
    assertThat(page).doesNotContain(" style=", " onclick", "@import", "url(");
  }

  private static String hash(String text) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }

  @Test
  void escapesEverythingButItsOwnStyleAndScript() throws IOException {
    try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
      String all =
          templates
              .map(
                  each -> {
                    try {
                      return Files.readString(each);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  })
              .collect(Collectors.joining());
      assertThat(
              Pattern.compile("\\$unsafe\\{[^}]*}").matcher(all).results().map(MatchResult::group))
          .containsExactlyInAnyOrder("$unsafe{page.style()}", "$unsafe{page.script()}");
    }
  }

  @TestFactory
  Stream<DynamicTest> staysWholeWhateverWasServed() {
    return Stream.of(
            "\u0000\u001B[2J\u009B\u202E\u2028\uFEFF\u200B",
            "]]> <![CDATA[ --> <!-- <?xml?> &amp; &#0;",
            "</script></style><script>alert(1)</script>",
            "\uD800 alone \uDC00",
            "\t\tx\ty",
            "y".repeat(60_000),
            "\uD83D\uDE00".repeat(30_000),
            "\"" + "\\\"".repeat(30_000),
            "line\n".repeat(20_000),
            "")
        .map(
            value ->
                DynamicTest.dynamicTest(
                    Printable.quote(value),
                    () -> {
                      String page = HtmlSamples.page(HtmlSamples.hostileReport(value));
                      parse(page);
                      assertThat(
                              page.codePoints()
                                  .filter(point -> point != '\n' && !Printable.isVisible(point)))
                          .isEmpty();
                      assertThat(page).hasSizeLessThan(140_000);
                      assertThat(page).doesNotContain("<script>alert");
                    }));
  }

  @Test
  void tellsTheFrameOfTheRun() throws Exception {
    Document page =
        parse(
            HtmlSamples.page(
                new Report(
                    "check",
                    false,
                    List.of("connect-to a:443:127.0.0.1:8443"),
                    List.of(HtmlSamples.good("www.example.com")),
                    List.of("x.json does not exist"),
                    List.of("an entry is no longer needed"))));
    assertThat(at(page, "//header"))
        .contains(
            "www.example.com passes",
            "Broken off",
            "x.json does not exist",
            "an entry is no longer needed",
            "connect-to a:443:127.0.0.1:8443",
            "2026-11-21 12:34 UTC",
            Version.TEXT);
    assertThat(at(page, "//h2[@id='boundary-h']")).isEqualTo("What a pass does not prove");
    assertThat(at(parse(HtmlSamples.page(HtmlSamples.check())), "//h1"))
        .isEqualTo("Nothing was examined");
  }

  @Test
  void leavesOutEvidenceAndThenGoodHostsOfVeryManyAndSaysSo() throws Exception {
    HtmlRendering rendering = new HtmlRendering(HtmlSamples.MADE);
    Report.Tally tally = new Report.Tally();
    for (int i = 0; i < 12_000; i++) {
      TargetReport target = HtmlSamples.good("h" + i + ".example.com");
      tally.add(target);
      rendering.target(target);
    }
    rendering.target(HtmlSamples.broken("last.example.com"));
    String page = rendering.end(HtmlSamples.check(), tally);
    assertThat(page).hasSizeLessThan(16_000_000).contains("nothing more is told below");
    assertThat(page.split("<tr data-t", -1)).hasSize(12_002);
    assertThat(page.split("The evidence is left out", -1)).hasSizeGreaterThan(1_000);
    // What went wrong is told of even then, and comes first.
    assertThat(page.indexOf("<article id=\"t12001\"")).isPositive();
    assertThat(page.indexOf("<article id=\"t12001\""))
        .isLessThan(page.indexOf("<article id=\"t1\""));
  }

  @Test
  void remembersNoEvidenceForOtherFormats() {
    TargetReport target = HtmlSamples.broken("shop.example.com");
    assertThat(target.files().get(0).evidence()).isPresent();
    assertThat(target.withoutEvidence().files().get(0).evidence()).isEmpty();
    assertThat(JsonFormat.line(target.withoutEvidence())).isEqualTo(JsonFormat.line(target));
  }
}
