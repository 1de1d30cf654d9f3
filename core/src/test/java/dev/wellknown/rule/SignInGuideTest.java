package dev.wellknown.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide's table of failures, and the rules that tell them. */
class SignInGuideTest {

  private static final Path GUIDE = Path.of("../docs/signin.md");
  private static final Path HUB = Path.of("../docs/insights-hub.md");
  private static final Pattern ID =
      Pattern.compile(
          "`((?:registration|json|serving|agreement|assetlinks|aasa|signin)/[a-z0-9-]+)`");

  private static List<String> ids(Path page) throws IOException {
    return ID.matcher(Files.readString(page)).results().map(each -> each.group(1)).toList();
  }

  @Test
  void namesOnlyRulesThatThereAre() throws IOException {
    List<String> named = new ArrayList<>(ids(GUIDE));
    named.addAll(ids(HUB));
    assertThat(named).hasSizeGreaterThan(50).allMatch(id -> RuleCatalog.find(id).isPresent());
  }

  @Test
  void namesEveryRuleOfItsGroup() throws IOException {
    assertThat(ids(GUIDE))
        .containsAll(
            RuleCatalog.all().stream()
                .map(RuleInfo::id)
                .filter(id -> id.startsWith("signin/"))
                .toList());
  }

  @Test
  void leavesNoFailureWithoutARule() throws IOException {
    String guide = Files.readString(GUIDE);
    for (int number = 1; number <= 39; number++) {
      char part =
          "ABCDE".charAt(number < 10 ? 0 : number < 21 ? 1 : number < 28 ? 2 : number < 36 ? 3 : 4);
      assertThat(guide)
          .containsPattern("\\| " + part + number + " \\|[^|]+\\|[^|]+\\| [^|]*(`|listed)");
    }
  }
}
