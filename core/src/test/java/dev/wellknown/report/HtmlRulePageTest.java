package dev.wellknown.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.RuleInfo;
import dev.wellknown.report.HtmlRulePage.Block;
import dev.wellknown.report.HtmlRulePage.Kind;
import dev.wellknown.report.HtmlRulePage.Span;
import dev.wellknown.report.HtmlRulePage.Type;
import dev.wellknown.rule.RuleCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlRulePageTest {

  @Test
  void knowsWhatThePagesAreWrittenIn() {
    List<Block> blocks =
        HtmlRulePage.blocks(
            """
            # group/rule

            First line
            and `code`.

            ## Head

            - *one*: see https://a.example/x, too
            - **two**
              goes on

            | a | b |
            | --- | --- |
            | 1 | 2 |

            ```json
            # no heading
            ```
            """);
    assertThat(blocks)
        .extracting(Block::kind)
        .containsExactly(Kind.PARAGRAPH, Kind.HEADING, Kind.ITEMS, Kind.TABLE, Kind.CODE);
    assertThat(blocks.get(0).lines().get(0).spans())
        .containsExactly(
            new Span(Type.TEXT, "First line and "),
            new Span(Type.CODE, "code"),
            new Span(Type.TEXT, "."));
    assertThat(blocks.get(2).lines().get(0).spans())
        .containsExactly(
            new Span(Type.EM, "one"),
            new Span(Type.TEXT, ": see "),
            new Span(Type.URL, "https://a.example/x"),
            new Span(Type.TEXT, ", too"));
    assertThat(blocks.get(2).lines().get(1).spans())
        .containsExactly(new Span(Type.STRONG, "two"), new Span(Type.TEXT, " goes on"));
    assertThat(blocks.get(3).lines()).hasSize(2);
    assertThat(blocks.get(4).lines().get(0).spans().get(0).text()).isEqualTo("# no heading\n");
  }

  @Test
  void losesNoWordOfAnyPage() {
    assertThat(RuleCatalog.all()).hasSizeGreaterThan(100);
    for (RuleInfo rule : RuleCatalog.all()) {
      StringBuilder shown = new StringBuilder(rule.id());
      HtmlRulePage.of(rule.id()).blocks().stream()
          .flatMap(block -> block.lines().stream())
          .flatMap(line -> line.cells().stream())
          .forEach(spans -> spans.forEach(span -> shown.append(span.text())));
      String words =
          RuleCatalog.page(rule.id())
              .replaceAll("(?m)^```.*$", "")
              .replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1");
      assertThat(letters(shown.toString())).as(rule.id()).isEqualTo(letters(words));
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
