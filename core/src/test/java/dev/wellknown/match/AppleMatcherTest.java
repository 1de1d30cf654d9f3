package dev.wellknown.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.finding.Evidence;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the matcher says, why, and at what cost. */
class AppleMatcherTest {

  private static final String APP = "ABCDE12345.com.example.app";

  private static AppleMatcher of(String components) {
    return AppleVectorsTest.matcher(
        "{\"applinks\":{\"details\":[{\"appIDs\":[\""
            + APP
            + "\"],\"components\":"
            + components
            + "}]}}");
  }

  private static AppleVerdict verdict(String components, String url) {
    return of(components).decide(url, APP).verdict();
  }

  private static boolean opens(String pattern, String path) {
    return verdict("[{\"/\":\"" + pattern + "\"}]", "https://example.com" + path)
        == AppleVerdict.OPENS;
  }

  private static AppleExplanation explained(String components, String url) {
    return of(components).explain(url, APP);
  }

  @TestFactory
  Stream<DynamicTest> takesThePathWithOrWithoutSlashesAtItsEnds() {
    return Stream.of("/buy", "/buy/", "buy", "buy/", "//buy//")
        .map(
            pattern ->
                DynamicTest.dynamicTest(
                    pattern,
                    () -> {
                      for (String path : new String[] {"/buy", "/buy/", "//buy", "/buy//"}) {
                        assertThat(opens(pattern, path)).as(path).isTrue();
                      }
                      assertThat(opens(pattern, "/buy/x")).isFalse();
                      assertThat(opens(pattern, "/")).isFalse();
                    }));
  }

  @Test
  void letsAnExcludingRuleBehindAMatchingOneChangeNothing() {
    String url = "https://example.com/a/b";
    assertThat(verdict("[{\"/\":\"/a/*\"}]", url)).isEqualTo(AppleVerdict.OPENS);
    assertThat(verdict("[{\"/\":\"/a/*\"},{\"/\":\"*\",\"exclude\":true}]", url))
        .isEqualTo(AppleVerdict.OPENS);
    assertThat(verdict("[{\"/\":\"*\",\"exclude\":true},{\"/\":\"/a/*\"}]", url))
        .isEqualTo(AppleVerdict.EXCLUDED);
  }

  @Test
  void keepsTheOrderAmongRulesThatSeeTheUrlDifferently() {
    String folded = "{\"/\":\"/A/*\",\"caseSensitive\":false,\"exclude\":true}";
    String decoded = "{\"/\":\"/a/é\",\"percentEncoded\":false}";
    String url = "https://example.com/a/%C3%A9";
    assertThat(verdict("[" + folded + "," + decoded + "]", url)).isEqualTo(AppleVerdict.EXCLUDED);
    assertThat(verdict("[" + decoded + "," + folded + "]", url)).isEqualTo(AppleVerdict.OPENS);
  }

  @Test
  void seesUrlsThatArePutDownWithLettersOutsideAsciiAsTheyTravel() {
    assertThat(opens("/caf%C3%A9", "/café")).isTrue();
    assertThat(opens("/café", "/café")).isFalse();
    assertThat(opens("/a%20b", "/a b")).isTrue();
  }

  @Test
  void givesUpOnSixtyFiveWildcards() {
    assertThat(opens("/" + "a*".repeat(64), "/" + "a".repeat(64))).isTrue();
    assertThat(opens("/" + "a*".repeat(65), "/" + "a".repeat(65))).isFalse();
    assertThat(opens("/" + "$(digit)".repeat(64), "/" + "7".repeat(64))).isTrue();
    assertThat(opens("/" + "$(digit)".repeat(65), "/" + "7".repeat(65))).isFalse();
  }

  @Test
  void takesLinearTimeWithSixtyWildcardsAndVariables() {
    String url = "https://example.com/" + "ab".repeat(1000);
    AppleMatcher stars = of("[{\"/\":\"/" + "a*b".repeat(60) + "x\"}]");
    AppleMatcher variables = of("[{\"/\":\"/" + "*$(lang)".repeat(30) + "x\"}]");
    // Far above what is needed, for a busy machine; trying every way would take for ever.
    assertThat(millisPerDecision(stars, url)).isLessThan(20);
    assertThat(millisPerDecision(variables, url)).isLessThan(100);
  }

  private static double millisPerDecision(AppleMatcher matcher, String url) {
    int decisions = 50;
    long start = System.nanoTime();
    for (int i = 0; i < decisions; i++) {
      assertThat(matcher.decide(url, APP).verdict()).isEqualTo(AppleVerdict.NO_MATCH);
    }
    return (System.nanoTime() - start) / 1e6 / decisions;
  }

  @Test
  void needsNoMemoryForADecision() {
    AppleMatcher matcher =
        of(
            "[{\"#\":\"no_universal_links\",\"exclude\":true},{\"/\":\"/buy/*\"},"
                + "{\"/\":\"/$(lang)/shop\"},{\"/\":\"/help/*\",\"?\":{\"articleNumber\":\"????\"}},"
                + "{\"/\":\"/HELP/*\",\"caseSensitive\":false,\"percentEncoded\":false}]");
    String[] urls = {
      "https://example.com/buy/42",
      "https://example.com/en/shop",
      "https://example.com/help/1?articleNumber=4815",
      "https://example.com/help/1?articleNumber=481&x=1#y",
      "https://example.com/nothing/of/the/kind",
      "ftp://example.com/"
    };
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    decideAll(matcher, urls, 20_000);
    long before = threads.getCurrentThreadAllocatedBytes();
    int opened = decideAll(matcher, urls, 20_000);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(opened).isEqualTo(4 * 20_000);
    assertThat(bytes / (double) (urls.length * 20_000)).isLessThan(0.5);
  }

  private static int decideAll(AppleMatcher matcher, String[] urls, int times) {
    int opened = 0;
    for (int i = 0; i < times; i++) {
      for (String url : urls) {
        opened += matcher.decide(url, APP).verdict() == AppleVerdict.OPENS ? 1 : 0;
      }
    }
    return opened;
  }

  @Test
  void namesTheRuleThatDecides() {
    String rules = "[{\"/\":\"/a/x\",\"exclude\":true},{\"/\":\"/a/*\"}]";
    AppleExplanation opens = explained(rules, "https://example.com/a/b");
    assertThat(Objects.requireNonNull(opens.place()).pointer())
        .hasToString("/applinks/details/0/components/1");
    assertThat(opens.text()).isEqualTo("rule {\"/\":\"/a/*\"} matches");
    assertThat(opens.evidence()).isEqualTo(Evidence.DOCUMENTED);
    AppleExplanation excluded = explained(rules, "https://example.com/a/x");
    assertThat(excluded.text()).endsWith("matches and excludes");
    assertThat(excluded.verdict()).isEqualTo(AppleVerdict.EXCLUDED);
    assertThat(Objects.requireNonNull(excluded.place()).pointer())
        .hasToString("/applinks/details/0/components/0");
  }

  @Test
  void namesTheNearestMissAndThePartThatFails() {
    String rules =
        "[{\"/\":\"/help/website/*\",\"exclude\":true},{\"/\":\"/buy/*\"},"
            + "{\"/\":\"/help/*\",\"?\":{\"articleNumber\":\"????\"}}]";
    AppleExplanation five = explained(rules, "https://example.com/help/1?articleNumber=48155");
    assertThat(five.text())
        .isEqualTo("path matched, query item articleNumber has 5 characters, \"????\" wants 4");
    assertThat(Objects.requireNonNull(five.place()).pointer())
        .hasToString("/applinks/details/0/components/2");
    AppleMiss miss = Objects.requireNonNull(five.miss());
    assertThat(miss.part()).isEqualTo(AppleMiss.Part.QUERY);
    assertThat(miss.item()).isEqualTo("articleNumber");
    assertThat(explained(rules, "https://example.com/help/1").text())
        .isEqualTo("path matched, query item articleNumber is absent, \"????\" wants 4 characters");
    assertThat(explained(rules, "https://example.com/BUY/1").text())
        .isEqualTo("path \"/BUY/1\" fits \"/buy/*\" but for letter case, which counts");
  }

  @Test
  void saysWhyAPathDoesNotFit() {
    assertThat(pathMiss("/id/????", "/id/481")).contains("has 7 characters, \"/id/????\" wants 8");
    assertThat(pathMiss("/buy", "/buy/x")).endsWith("\"*\" at its end lets more follow");
    assertThat(pathMiss("/a?b=c", "/a?b=c")).endsWith("\"?\" is any one character");
    assertThat(pathMiss("/#/market/*", "/#/market/1")).contains("is not part of the path");
    assertThat(pathMiss("/a b", "/a%20b")).contains("percentEncoded");
    assertThat(pathMiss("/$(nope)/x", "/y/x")).contains("\"nope\", which nothing defines");
  }

  private static String pathMiss(String pattern, String path) {
    AppleExplanation explanation =
        explained("[{\"/\":\"" + pattern + "\"}]", "https://example.com" + path);
    assertThat(Objects.requireNonNull(explanation.miss()).part()).isEqualTo(AppleMiss.Part.PATH);
    return explanation.text();
  }

  @Test
  void tellsNoValueOfTheQueryOrTheFragment() {
    String rules = "[{\"/\":\"/cb\",\"?\":{\"code\":\"a\"}},{\"/\":\"/f\",\"#\":\"x\"}]";
    assertThat(explained(rules, "https://example.com/cb?code=s3cret").toString())
        .contains("code")
        .doesNotContain("s3cret");
    assertThat(explained(rules, "https://example.com/f#s3cret").toString())
        .doesNotContain("s3cret");
  }

  @TestFactory
  Stream<DynamicTest> saysWhenNoFileCouldHelp() {
    return Stream.of(
            "ftp://example.com/|scheme \"ftp\"",
            "example.com/x|no scheme",
            "https:///x|no host",
            "https://localhost/|no dot",
            "https://example.com:8443/|port \"8443\"",
            "http://example.com:443/|port \"443\"")
        .map(line -> line.split("\\|"))
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line[0],
                    () -> {
                      AppleExplanation explanation = explained("[{\"/\":\"*\"}]", line[0]);
                      assertThat(explanation.verdict()).isEqualTo(AppleVerdict.NO_MATCH);
                      assertThat(explanation.text())
                          .startsWith("no app opens this URL, whatever the files say: ")
                          .contains(line[1]);
                    }));
  }

  @Test
  void gradesWhatItKnows() {
    assertThat(explained("[{\"/\":\"/buy\"}]", "https://example.com/buy/").evidence())
        .isEqualTo(Evidence.OBSERVED);
    assertThat(explained("[{\"/\":5}]", "https://example.com/x").evidence())
        .isEqualTo(Evidence.DERIVED);
    assertThat(explained("[{\"/\":\"/a\\\\b\"}]", "https://example.com/axb").evidence())
        .isEqualTo(Evidence.DERIVED);
    assertThat(explained("[]", "https://example.com/x").evidence()).isEqualTo(Evidence.OBSERVED);
  }

  @Test
  void knowsTheAppsInTheOrderOfTheFileAndNoOthers() {
    AppleMatcher matcher =
        AppleVectorsTest.matcher(
            "{\"applinks\":{\"details\":[{\"appIDs\":[\"ABCDE12345.b\",\"abcde12345.a\"]},"
                + "{\"appID\":\"ABCDE12345.b\",\"paths\":[]}]},"
                + "\"webcredentials\":{\"apps\":[\"ABCDE12345.c\"]}}");
    assertThat(matcher.apps()).containsExactly("ABCDE12345.b", "ABCDE12345.a");
    assertThat(matcher.explain("https://example.com/"))
        .extracting(AppleExplanation::verdict)
        .containsExactly(AppleVerdict.OPENS, AppleVerdict.OPENS);
    assertThat(matcher.explain("https://example.com/", "ABCDE12345.c").text())
        .contains("does not name app");
  }

  @Test
  void standsFilesOfAnySize() {
    String longValue = "x".repeat(100_000);
    AppleMatcher matcher =
        AppleVectorsTest.matcher(
            "{\"applinks\":{\"substitutionVariables\":{\"v\":[\""
                + longValue
                + "\",\"a\"]},"
                + "\"details\":[{\"appID\":\""
                + APP
                + "\",\"components\":[{\"/\":\"/"
                + longValue
                + "\"},{\"/\":\"/$(v)/b\"}]}]}}");
    assertThat(matcher.decide("https://example.com/a/b", APP).verdict())
        .isEqualTo(AppleVerdict.OPENS);
    assertThat(matcher.decide("https://example.com/" + longValue + "/b", APP).verdict())
        .isEqualTo(AppleVerdict.OPENS);
  }
}
