package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownFormatTest {

  /** Outside of code and behind backslashes nothing is left that means something. */
  static void isPlain(String markdown) {
    String bare =
        markdown
            .replaceAll("(?s)(?<![`\\\\])(`+)(?!`).+?(?<!`)\\1(?!`)", "CODE")
            .replaceAll("\\\\.", "");
    assertThat(bare.replace("&#8203;", "").lines())
        .allMatch(line -> line.matches("(## |### |\\||- |  |…).*") || line.matches("[0-9].*|"));
    assertThat(bare).doesNotContain("<", ">", "@", "](", "`", "://", "www.");
    assertThat(bare.replaceAll("(?m)^#+ |&#8203;", "")).doesNotContain("#");
  }

  @Test
  void isPlainItself() {
    isPlain(Samples.text(Format.MARKDOWN, Samples.report()));
  }

  @Test
  void writesWhatHasAMeaningSoThatItHasNone() {
    assertThat(Markdown.prose("@team fixes #12, see https://e.example or www.e.example"))
        .isEqualTo(
            "\\@&#8203;team fixes \\#&#8203;12, see https:&#8203;//e.example or"
                + " www&#8203;.e.example");
    assertThat(Markdown.prose("- [a](b) <b> | `c`"))
        .isEqualTo("&#8203;- \\[a\\](b) &lt;b&gt; \\| \\`c\\`");
    assertThat(Markdown.code("a`b``c")).isEqualTo("```a`b``c```");
    assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
    assertThat(Markdown.cell("a\\|b")).isEqualTo("a\\\\\\|b");
  }

  @Test
  void fitsAPullRequestCommentAndSaysWhatIsCut() {
    List<TargetReport> targets = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      TargetReport each = i == 2_999 ? Samples.redirected() : Samples.good();
      Finding finding =
          Finding.of(
                  Samples.rule("serving/redirect"), Location.of("x"), "<".repeat(1_400), "fix " + i)
              .withSeverity(Severity.NOTE);
      List<Reported> findings = new ArrayList<>(each.findings());
      findings.add(new Reported(finding, "f" + i));
      targets.add(
          new TargetReport(
              (i == 2_999 ? "first-" : "h") + i,
              each.verdicts(),
              each.files(),
              findings,
              List.of()));
    }
    String text =
        Samples.text(Format.MARKDOWN, new Report("check", true, List.of(), targets, List.of()));
    assertThat(text.length()).isBetween(50_000, MarkdownFormat.LONGEST);
    assertThat(text).containsPattern("… and [0-9]+ more targets");
    assertThat(text).containsPattern("… cut here: [0-9]+ of 3002 findings are left out");
    assertThat(text.indexOf("first-2999")).isPositive();
  }
}
