package dev.wellknown.rule.aasa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Coverage may be blind, but must never claim what is not so. */
class CoverageTest {

  private static final int PAIRS = 60_000;

  @Test
  void claimsNoPathThatTheWiderRuleDoesNotMatch() {
    Random random = new Random(20261121);
    List<String> links = links();
    int claims = 0;
    for (int i = 0; i < PAIRS; i++) {
      RuleMeaning wide = rule(pattern(random), random.nextBoolean());
      RuleMeaning narrow = rule(pattern(random), random.nextBoolean());
      if (!new Coverage().covers(wide, narrow)) {
        continue;
      }
      claims++;
      for (String link : links) {
        if (matches(narrow, link)) {
          assertThat(matches(wide, link)).as("%s covers %s: %s", wide, narrow, link).isTrue();
        }
      }
    }
    assertThat(claims).as("claims that were tried").isGreaterThan(PAIRS / 50);
  }

  @Test
  void stopsWhereThereIsTooMuchWork() {
    RuleMeaning wide = rule("/" + "*a".repeat(50) + "*", true);
    RuleMeaning narrow = rule("/" + "ab".repeat(2_000_000) + "/", true);
    Coverage coverage = new Coverage();
    boolean first = coverage.covers(wide, narrow);
    for (int i = 0; i < 1_000; i++) {
      coverage.covers(rule("/*c" + i, true), narrow);
    }
    assertThat(first).isTrue();
    assertThat(coverage.covers(wide, narrow)).as("after the work is used up").isFalse();
  }

  private static RuleMeaning rule(String path, boolean caseSensitive) {
    return new RuleMeaning(path, null, Map.of(), null, caseSensitive, true, false);
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    for (int length = random.nextInt(6); length >= 0; length--) {
      pattern.append("/aB*?*".charAt(random.nextInt(6)));
    }
    return RuleMeaning.normalised(pattern.toString().replaceAll("\\*+", "*"));
  }

  /** All short paths of a small alphabet, as devices normalise them. */
  private static List<String> links() {
    List<String> links = new ArrayList<>(List.of(""));
    for (int from = 0, length = 0; length < 5; length++) {
      int end = links.size();
      for (; from < end; from++) {
        for (char next : "/aAb".toCharArray()) {
          links.add(links.get(from) + next);
        }
      }
    }
    return links.stream().map(path -> RuleMeaning.normalised("/" + path)).distinct().toList();
  }

  /** Wildcard matching as slow and plain as the rules say it. */
  private static boolean matches(RuleMeaning rule, String link) {
    @Nullable String path = rule.path();
    if (path == null) {
      return true;
    }
    return rule.caseSensitive()
        ? matches(path, 0, link, 0)
        : matches(path.toLowerCase(Locale.ROOT), 0, link.toLowerCase(Locale.ROOT), 0);
  }

  private static boolean matches(String pattern, int at, String text, int from) {
    if (at == pattern.length()) {
      return from == text.length();
    }
    char token = pattern.charAt(at);
    if (token == '*') {
      return matches(pattern, at + 1, text, from)
          || (from < text.length() && matches(pattern, at, text, from + 1));
    }
    return from < text.length()
        && (token == '?' || token == text.charAt(from))
        && matches(pattern, at + 1, text, from + 1);
  }
}
