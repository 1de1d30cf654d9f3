package dev.wellknown.rule.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.Pointer;
import dev.wellknown.rule.agreement.Registered.RegisteredRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares lists of rules with what they do to every short path, one by one. */
class LinkComparisonTest {

  private static final List<String> PATTERNS =
      List.of(
          "*", "/a", "/a/*", "/b", "/b/*", "/a/b", "/a/b/*", "/a*", "/?", "/?/*", "/a/?b*", "*b");
  private static final List<String> PATHS = paths();

  private record Rule(String path, boolean exclude) {}

  private static List<String> paths() {
    List<String> paths = new ArrayList<>(List.of("/"));
    for (int i = 0; i < paths.size() && paths.get(i).length() < 6; i++) {
      for (String next : List.of("a", "b", "c", "/")) {
        if (!paths.get(i).endsWith("/") || !next.equals("/")) {
          paths.add(paths.get(i) + next);
        }
      }
    }
    return paths;
  }

  @Test
  void findsADifferenceWhereverThereIsOne() {
    Random random = new Random(7);
    int different = 0;
    int silent = 0;
    int vain = 0;
    for (int i = 0; i < 1500; i++) {
      List<Rule> registered = rules(random);
      List<Rule> given = random.nextBoolean() ? rules(random) : changed(registered, random);
      LinkComparison comparison = compare(registered, given);
      boolean told =
          !comparison.missing().isEmpty()
              || !comparison.extra().isEmpty()
              || !comparison.overtaken().isEmpty();
      boolean differs =
          PATHS.stream().anyMatch(path -> opens(registered, path) != opens(given, path));
      different += differs ? 1 : 0;
      silent += differs && !told ? 1 : 0;
      vain += !differs && told ? 1 : 0;
    }
    assertThat(different).isGreaterThan(500);
    assertThat(silent).isZero();
    // What several rules match together is not seen as what one rule matches.
    assertThat(vain).isLessThan(5);
  }

  @Test
  void takesItsTimeWithNoList() {
    List<Rule> one = new ArrayList<>();
    List<Rule> other = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      one.add(new Rule("/" + "*a?".repeat(60) + i, i % 2 == 0));
      other.add(new Rule("/" + "?a*".repeat(60) + i, i % 2 == 1));
    }
    assertTimeout(Duration.ofSeconds(5), () -> compare(one, other));
  }

  private static List<Rule> rules(Random random) {
    return Stream.generate(
            () -> new Rule(PATTERNS.get(random.nextInt(PATTERNS.size())), random.nextInt(3) == 0))
        .limit(1 + random.nextInt(4))
        .toList();
  }

  private static List<Rule> changed(List<Rule> rules, Random random) {
    List<Rule> changed = new ArrayList<>(rules);
    switch (random.nextInt(3)) {
      case 0 -> changed.remove(random.nextInt(changed.size()));
      case 1 -> changed.add(random.nextInt(changed.size() + 1), rules(random).get(0));
      default -> Collections.shuffle(changed, random);
    }
    return changed;
  }

  private static LinkComparison compare(List<Rule> registered, List<Rule> given) {
    List<RegisteredRule> rules =
        list(registered).rules().stream()
            .map(rule -> new RegisteredRule(rule, Pointer.ROOT, true))
            .toList();
    return LinkComparison.of(rules, list(given));
  }

  private static LinkList list(List<Rule> rules) {
    List<Object> components =
        rules.stream()
            .map(rule -> (Object) Map.of("/", rule.path(), "exclude", rule.exclude()))
            .toList();
    Object file =
        Map.of(
            "applinks",
            Map.of(
                "details",
                List.of(Map.of("appID", "ABCDE12345.org.shop", "components", components))));
    byte[] bytes = JsonText.compact(file).getBytes(StandardCharsets.UTF_8);
    return NamedApps.in((AppSiteAssociation) AssociationFile.read(Kind.AASA, bytes, "file"))
        .flatMap(apps -> apps.byId().get("ABCDE12345.org.shop").comparableLinks())
        .orElseThrow();
  }

  private static boolean opens(List<Rule> rules, String path) {
    return rules.stream()
        .filter(rule -> matches(rule.path(), path))
        .findFirst()
        .map(rule -> !rule.exclude())
        .orElse(false);
  }

  /** As devices are seen to compare: pattern and path get a slash at both ends. */
  private static boolean matches(String pattern, String path) {
    String regex =
        slashed(pattern)
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c))
            .reduce("", String::concat);
    return Pattern.matches(regex, slashed(path));
  }

  private static String slashed(String text) {
    if (text.length() <= 1) {
      return text;
    }
    return (text.startsWith("*") || text.startsWith("/") ? "" : "/")
        + text
        + (text.endsWith("*") || text.endsWith("/") ? "" : "/");
  }
}
