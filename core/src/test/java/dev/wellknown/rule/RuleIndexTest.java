package dev.wellknown.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleIndexTest {

  private static final Path INDEX = Path.of("../docs/rules/README.md");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^- \\[([a-z]+/[a-z0-9-]+)]\\(\\1\\.md\\): (.+)$");

  @Test
  void leadsToEveryRuleAndToNoOther() throws IOException {
    List<String> linked =
        ENTRY.matcher(Files.readString(INDEX)).results().map(each -> each.group(1)).toList();
    assertThat(linked)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(RuleCatalog.all().stream().map(RuleInfo::id).toList());
  }

  @Test
  void saysOfEachWhatTheCatalogueSays() throws IOException {
    ENTRY
        .matcher(Files.readString(INDEX))
        .results()
        .forEach(
            each ->
                assertThat(each.group(2))
                    .isEqualToIgnoringCase(
                        RuleCatalog.find(each.group(1)).orElseThrow().summary()));
  }
}
