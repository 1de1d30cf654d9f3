package dev.wellknown.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wellknown.app.PatternKind;
import dev.wellknown.association.SlowMatchers;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AndroidPatternTest {

  @ParameterizedTest
  @EnumSource(PatternKind.class)
  void nothingMatchesAnAbsentPart(PatternKind kind) {
    assertThat(AndroidPattern.of(kind, "").matches(null)).isFalse();
  }

  @Test
  void simpleGlobsAgreeWithASlowReference() {
    Random random = new Random(20261122);
    int matches = 0;
    for (int i = 0; i < 300_000; i++) {
      String pattern = text(random, "ab.*\\/", 9);
      String text = text(random, "ab./\\*", 9);
      boolean expected = SlowMatchers.simpleGlob(pattern, text);
      assertThat(SimpleGlob.of(pattern).matches(text))
          .as("%s against %s", pattern, text)
          .isEqualTo(expected);
      matches += expected ? 1 : 0;
    }
    assertThat(matches).isGreaterThan(2_000);
  }

  @Test
  void advancedGlobsNeverTakeMoreThanRegularExpressionsDo() {
    Random random = new Random(7);
    int matches = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder pattern = new StringBuilder();
      for (int token = random.nextInt(4); token >= 0; token--) {
        String[] tokens = {"a", "b", ".", "[ab]", "[^a]", "[a-c]", "\\."};
        String[] modifiers = {"", "", "*", "+", "{2}", "{1,}", "{0,2}"};
        pattern.append(tokens[random.nextInt(tokens.length)]);
        pattern.append(modifiers[random.nextInt(modifiers.length)]);
      }
      String text = text(random, "abc.", 6);
      boolean possessive = text.matches("(?s)" + pattern.toString().replaceAll("(?<=[*+}])", "+"));
      assertThat(AdvancedGlob.of(pattern.toString()).matches(text))
          .as("%s against %s", pattern, text)
          .isEqualTo(possessive);
      matches += possessive ? 1 : 0;
    }
    assertThat(matches).isGreaterThan(2_000);
  }

  @TestFactory
  Stream<DynamicTest> refusesAdvancedGlobsThatAndroidRefuses() {
    return Stream.of(
            "[a-z",
            "[",
            "[^",
            "[]",
            "[^]",
            "*a",
            "+",
            "{2}a",
            "a**",
            "a+*",
            "a{2}{3}",
            "a{2",
            "a{,4}",
            "a{x}",
            "a{}",
            "a{3,2}",
            "a\\",
            "[a\\",
            "a{99999999999}",
            "a".repeat(2_100))
        .map(
            pattern ->
                DynamicTest.dynamicTest(
                    pattern.substring(0, Math.min(20, pattern.length())),
                    () ->
                        assertThatIllegalArgumentException()
                            .isThrownBy(
                                () -> AndroidPattern.of(PatternKind.ADVANCED_GLOB, pattern))));
  }

  @Test
  void takesWhatAndroidTakesInAdvancedGlobs() {
    assertThat(advanced("a]", "a]")).isTrue();
    assertThat(advanced("[a\\]-]+", "a]-")).isTrue();
    assertThat(advanced("[.*+{}]{5}", ".*+{}")).isTrue();
    assertThat(advanced("a|(b)?^$", "a|(b)?^$")).isTrue();
    assertThat(advanced(".*x", "x")).isFalse();
    assertThat(advanced("a{0,}", "")).isTrue();
    assertThat(advanced("[[]", "[")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(PatternKind.class)
  void takesATimeThatGrowsWithTheTextOnly(PatternKind kind) {
    String part = kind == PatternKind.ADVANCED_GLOB ? "[a-y]*z" : ".*a";
    AndroidPattern pattern = AndroidPattern.of(kind, part.repeat(60) + "b");
    String text = "a".repeat(100_000);
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertThat(pattern.matches(text)).isFalse();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  private static boolean advanced(String pattern, String text) {
    return AndroidPattern.of(PatternKind.ADVANCED_GLOB, pattern).matches(text);
  }

  private static String text(Random random, String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(longest); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
