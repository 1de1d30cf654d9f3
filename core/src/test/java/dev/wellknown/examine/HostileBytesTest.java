package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Schema;
import dev.wellknown.report.Detail;
import dev.wellknown.report.JsonFormat;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the bytes are, there is an answer: no exception, within a second, and safe to print.
 *
 * <p>{@code -Dhostile.rounds=50} runs fifty times as many rounds, {@code -Dhostile.seed=7} others.
 */
class HostileBytesTest {

  private static final int ROUNDS = Integer.getInteger("hostile.rounds", 1);
  private static final long SEED = Long.getLong("hostile.seed", 20261121);
  private static final int BATCH = 100;
  private static final long MILLIS = 1_000;

  /** Generous: what is collected at once counts too. */
  private static final long BYTES = 2_000_000_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What every line of a text report begins with. */
  private static final Pattern OWN_WORDS =
      Pattern.compile("(|[+x?] {1,2}(pass|fail|unknown) .*|  .*|[0-9]+ targets?: .*|next: .*)");

  private static final String FINGERPRINT =
      "3C:91:0B:5E:D2:77:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B:DD:61";
  private static final String STATEMENT =
      """
      {"relation": ["delegate_permission/common.handle_all_urls"],
       "target": {"namespace": "android_app", "package_name": "org.acme.shop%d",
         "sha256_cert_fingerprints": ["%s"]}}
      """;
  private static final String LINKS =
      """
      [{"relation": ["delegate_permission/common.handle_all_urls",
                     "delegate_permission/common.get_login_creds"],
        "target": {"namespace": "android_app", "package_name": "org.acme.shop",
          "sha256_cert_fingerprints": ["%s"]},
        "relation_extensions": {"delegate_permission/common.handle_all_urls": {
          "dynamic_app_link_components": [{"/": "/help/*", "exclude": true}, {"/": "/shop/?"},
            {"?": {"id": "*"}}, {"#": "top"}, {"/": "*"}]}}},
       {"relation": ["delegate_permission/common.query_webapk"],
        "target": {"namespace": "web", "site": "https://www.acme.example/manifest.json"}},
       {"include": "https://www.acme.example/more.json"}]
      """
          .formatted(FINGERPRINT);
  private static final String AASA =
      """
      {"applinks": {"apps": [], "defaults": {"caseSensitive": false},
         "substitutionVariables": {"food": ["burrito", "pizza"]},
         "details": [
           {"appIDs": ["K7M2Q9XR4T.org.acme.shop", "K7M2Q9XR4T.org.acme.clip"],
            "components": [{"/": "/help/*", "?": {"id": "????"}, "exclude": true, "comment": "no"},
              {"/": "/$(food)/$(lang)", "#": "no*", "caseSensitive": true}, {"/": "*"}],
            "defaults": {"percentEncoded": true}},
           {"appID": "K7M2Q9XR4T.org.acme.old", "paths": ["NOT /help/*", "/buy/?", "*"]}]},
       "webcredentials": {"apps": ["K7M2Q9XR4T.org.acme.shop"]},
       "appclips": {"apps": ["K7M2Q9XR4T.org.acme.shop.Clip"]},
       "activitycontinuation": {"apps": []}}
      """;

  /** What is put into texts: escapes, controls, directions, halves, markup, lines for machines. */
  private static final List<String> HOSTILE =
      List.of(
          "\u001b[2J\u001b[31m",
          "\\u001b[0m",
          "\u0000",
          "\\u0000",
          "\u007f\u009b",
          "\u202e\u2066",
          "\\u202e",
          "\u2028\u2029",
          "\\ud800",
          "\\udc1f\\ud83d",
          "\ud83d\udc1f",
          "\u200b\ufeff",
          "\\n::error::x",
          "\n::error::x\n##vso[x]\n",
          "\r",
          "\t",
          "\"",
          "\\",
          "'",
          "<script>",
          "%00%",
          "$(",
          "$(x)*?",
          "// c",
          "# c",
          "/* c */",
          "&a ",
          "*a ",
          "!!binary ",
          "<<: ",
          "\n---\n",
          "\n...\n",
          "\n- ",
          "? ",
          "|\n",
          "> ",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\\U00110000",
          "\\x1b",
          "NaN",
          "-",
          "1e999",
          "[".repeat(300),
          "x".repeat(5_000),
          "**".repeat(500),
          "a.".repeat(2_000),
          "\u0130\u0131\u1e9e");

  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\n",
          " ",
          "  ",
          "- ",
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1e5",
          "07",
          "\"\"",
          "\"a\"",
          "\"relation\"",
          "\"target\"",
          "\"include\"",
          "\"namespace\"",
          "\"android_app\"",
          "\"applinks\"",
          "\"details\"",
          "\"appIDs\"",
          "\"components\"",
          "\"/\"",
          "\"?\"",
          "\"paths\"",
          "\"*\"",
          "format: wellknown/1",
          "name: ",
          "hosts: ",
          "apps: ",
          "links: ",
          "ios: ",
          "\"$(food)\"",
          "&a",
          "*a",
          "!x",
          "\ufeff",
          "---");

  private static Map<InputKind, JsonValue> good = Map.of();
  private static Map<InputKind, List<byte[]>> goodBytes = Map.of();

  @TempDir Path directory;

  @BeforeAll
  static void readsGoodFilesAndWarmsUp() throws IOException {
    byte[] shop = Files.readAllBytes(Path.of("../examples/shop/wellknown.yaml"));
    byte[] hub = Files.readAllBytes(Path.of("../examples/insights-hub/wellknown.yaml"));
    JsonValue registration = value(Document.yaml(shop, "shop"));
    good =
        Map.of(
            InputKind.ASSETLINKS, value(Document.json(utf8(LINKS), "links")),
            InputKind.AASA, value(Document.json(utf8(AASA), "aasa")),
            InputKind.REGISTRATION, registration);
    goodBytes =
        Map.of(
            InputKind.ASSETLINKS,
            List.of(utf8(LINKS)),
            InputKind.AASA,
            List.of(utf8(AASA)),
            InputKind.REGISTRATION,
            List.of(shop, hub, utf8(JsonText.pretty(registration))));
    for (InputKind kind : InputKind.values()) {
      for (byte[] bytes : goodBytes.get(kind)) {
        for (int i = 0; i < 20; i++) {
          Outcome outcome = examine(kind, bytes);
          assertThat(outcome.report().unusable()).isEmpty();
          assertThat(outcome.report().targets().get(0).findings())
              .noneMatch(each -> each.finding().rule().id().startsWith("json/"));
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> answersRandomBytes() {
    return rounds(200, HostileBytesTest::randomBytes);
  }

  @TestFactory
  Stream<DynamicTest> answersRandomTokens() {
    return rounds(400, (kind, random) -> randomTokens(random));
  }

  @TestFactory
  Stream<DynamicTest> answersGoodFilesWithOtherBytes() {
    return rounds(400, (kind, random) -> damaged(any(goodBytes.get(kind), random), random));
  }

  @TestFactory
  Stream<DynamicTest> answersGoodFilesWithOtherValues() {
    return rounds(
        500,
        (kind, random) -> {
          String text = new Mutation(random).text(good.get(kind));
          boolean yaml = kind == InputKind.REGISTRATION && random.nextBoolean();
          return utf8(yaml ? "# in YAML's flow style\n" + text : text);
        });
  }

  @TestFactory
  Stream<DynamicTest> generatesFromGoodRegistrationsWithOtherValues() {
    return Stream.of(InputKind.REGISTRATION)
        .map(
            kind ->
                batches(
                    kind,
                    200,
                    (each, random) -> utf8(new Mutation(random).text(good.get(each))),
                    (bytes, schema) -> judgeGeneration(bytes)));
  }

  @TestFactory
  Stream<DynamicTest> answersTheWorstThatFitsIntoAFileWithinASecond() {
    return worst().entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> withinASecond(each.getValue())));
  }

  @Test
  void tellsThatThereIsMoreOfTheSame() {
    String statement = STATEMENT.formatted(1, FINGERPRINT.toLowerCase(Locale.ROOT));
    TargetReport few = target("[" + joined(101, i -> statement) + "]");
    assertThat(of(few, "assetlinks/fingerprint-lower-case")).hasSize(101);
    TargetReport many = target("[" + joined(3_000, i -> statement) + "]");
    List<Finding> told = of(many, "assetlinks/fingerprint-lower-case");
    assertThat(told).hasSize(101);
    assertThat(told.get(100).message()).startsWith("more of the same");
    assertThat(told.get(100).location().pointer()).startsWith("/100/");
    assertThat(told.get(100).breaks()).isEqualTo(told.get(0).breaks());
    assertThat(many.verdicts()).isEqualTo(few.verdicts());
  }

  @Test
  void callsNoFileGoodThatHasTooManyValuesToBeJudged() {
    TargetReport target = target("[" + joined(130_000, i -> "1") + "]");
    assertThat(target.findings())
        .singleElement()
        .satisfies(each -> assertThat(each.finding().message()).contains("was not examined"));
    assertThat(target.verdicts()).hasSize(4).doesNotContainValue(Verdict.PASS);
  }

  @Test
  void takesNamesWithOneHashCodeForWhatTheyAre() {
    for (String other : List.of("BB", "B@")) {
      TargetReport target = target("[" + equalHashes("Aa", other, 11) + "]");
      assertThat(target.findings()).noneMatch(each -> each.finding().rule().group().equals("json"));
    }
  }

  @Test
  void pointsAboveANameThatNobodyWouldRead() {
    String name = "k".repeat(10_000);
    TargetReport target = target("[{\"" + name + "\":{\"a\":1,\"a\":2}}]");
    assertThat(of(target, "json/duplicate-member"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.location().pointer()).isEqualTo("/0");
              assertThat(finding.location().column()).isEqualTo(10_013);
            });
  }

  @Test
  void writesNoHalvesOfCharactersIntoAReport() {
    byte[] bytes = utf8("{\"format\":\"wellknown/1\",\"a\":[{\"b\":\"\\ud800\"}]}");
    byte[] yaml = utf8("format: wellknown/1\n\"\\ud800\": {a: 1}\n");
    for (byte[] each : List.of(bytes, yaml)) {
      judge(examine(InputKind.REGISTRATION, each), InputKind.REGISTRATION, each, true);
    }
  }

  @Test
  void quotesOnlyTheBeginningOfAnUnknownRule() {
    byte[] bytes = utf8("rules: {? " + "k".repeat(60_000) + " : off}\n");
    List<Finding> told =
        of(
            examine(InputKind.REGISTRATION, bytes).report().targets().get(0),
            "registration/unknown-rule");
    assertThat(told)
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).hasSizeLessThan(300));
  }

  @Test
  void refusesAnEscapeOfNoCharacterInYaml() {
    for (String escape : List.of("\\UFFFFFFFF", "\\U00110000", "\\uD800", "\\xZZ")) {
      byte[] bytes = utf8("format: wellknown/1\nname: \"" + escape + "\"\n");
      judge(examine(InputKind.REGISTRATION, bytes), InputKind.REGISTRATION, bytes, true);
    }
    byte[] bytes = utf8("format: wellknown/1\nname: \"\\UFFFFFFFF\"\n");
    assertThat(
            of(
                examine(InputKind.REGISTRATION, bytes).report().targets().get(0),
                "registration/not-yaml"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.location().line()).isEqualTo(2));
  }

  @Test
  void callsNothingButCommentsNoRegistration() {
    for (String text : List.of("# later\n", "\n\n# a\n# b", "%YAML 1.2\n")) {
      Report report = examine(InputKind.REGISTRATION, utf8(text)).report();
      assertThat(report.targets().stream().allMatch(each -> each.verdict() == Verdict.FAIL))
          .as(text)
          .isTrue();
      assertThat(report.targets().size() + report.unusable().size()).isEqualTo(1);
    }
  }

  @Test
  void tellsTheKindOfBlankLinesInAMoment() {
    for (String blank : List.of("\n", " ", "\t", "\r\n", ", ", "{\n")) {
      byte[] bytes = utf8(blank.repeat(65_536 / blank.length()));
      assertTimeoutPreemptively(
          Duration.ofSeconds(BATCH),
          () -> {
            long cpu = THREADS.getCurrentThreadCpuTime();
            assertThat(InputKind.of("-", bytes)).isEmpty();
            assertThat((THREADS.getCurrentThreadCpuTime() - cpu) / 1_000_000).isLessThan(MILLIS);
          });
    }
  }

  @Test
  void comparesNoFilesOfVeryManyLines() throws IOException {
    Files.createDirectories(directory.resolve("site/.well-known"));
    Files.writeString(
        directory.resolve("site/.well-known/assetlinks.json"), "\n".repeat(1_000_000));
    byte[] shop = goodBytes.get(InputKind.REGISTRATION).get(0);
    Generation generation =
        assertTimeoutPreemptively(Duration.ofSeconds(BATCH), () -> generate(shop));
    String text =
        assertTimeoutPreemptively(
            Duration.ofSeconds(BATCH),
            () ->
                new TextFormat(Style.PLAIN, Detail.VERBOSE, Severity.ERROR)
                    .text(generation, false));
    assertThat(text).contains("1000000 lines stand where ").hasSizeLessThan(10_000);
  }

  private static TargetReport target(String links) {
    return examine(InputKind.ASSETLINKS, utf8(links)).report().targets().get(0);
  }

  private static List<Finding> of(TargetReport target, String rule) {
    return target.findings().stream()
        .map(Reported::finding)
        .filter(finding -> finding.rule().id().equals(rule))
        .toList();
  }

  private record Worst(InputKind kind, Supplier<String> text) {}

  private static void withinASecond(Worst worst) {
    byte[] bytes = utf8(worst.text().get());
    assertThat(bytes).hasSizeLessThanOrEqualTo(Inputs.MAX_BYTES);
    assertTimeoutPreemptively(
        Duration.ofSeconds(BATCH),
        () -> {
          Outcome outcome = examine(worst.kind(), bytes);
          for (int i = 0; i < 2 && outcome.millis() >= limit(bytes); i++) {
            // The first time it is also compiled, and others may want the processor's caches.
            outcome = examine(worst.kind(), bytes);
          }
          judge(outcome, worst.kind(), bytes, true);
          assertThat(outcome.allocated()).as("bytes allocated").isLessThan(BYTES);
          assertThat(outcome.text()).hasSizeLessThan(300_000);
        });
  }

  private static Map<String, Worst> worst() {
    Map<String, Worst> worst = new LinkedHashMap<>();
    links(worst, "a text of 2.9 MB", () -> "{\"format\":\"" + "x".repeat(2_900_000) + "\"}");
    links(worst, "2.9 million digits", () -> "{\"format\":" + "7".repeat(2_900_000) + "}");
    links(worst, "an exponent", () -> "{\"format\":1e" + "7".repeat(2_900_000) + "}");
    links(worst, "100,000 members", () -> "{" + joined(100_000, i -> "\"x-" + i + "\":1") + "}");
    links(worst, "names with one hash code", () -> equalHashes("Aa", "BB", 11));
    links(worst, "the same for the JSON library", () -> equalHashes("Aa", "B@", 11));
    links(worst, "65,536 such names", () -> equalHashes("Aa", "BB", 16));
    links(worst, "200 levels", () -> "[".repeat(200) + "]".repeat(200));
    links(worst, "three million levels", () -> "[".repeat(3_000_000));
    links(worst, "blank lines", () -> "\n".repeat(3_000_000));
    links(worst, "blank lines and a brace", () -> "\n".repeat(2_999_999) + "{");
    links(worst, "line ends", () -> "[" + "\r".repeat(2_999_999));
    links(worst, "NUL", () -> "\u0000".repeat(3_000_000));
    links(worst, "commas", () -> "[" + ",".repeat(2_999_999));
    links(worst, "long names", () -> ("{\"" + "k".repeat(15_000) + "\":").repeat(180) + "1");
    text(
        worst,
        InputKind.REGISTRATION,
        "100,000 members",
        () -> "{" + joined(100_000, i -> "\"x-" + i + "\":1") + "}");
    text(
        worst,
        InputKind.REGISTRATION,
        "names with one hash code for the JSON library",
        () -> equalHashes("Aa", "B@", 11));
    for (InputKind kind : InputKind.values()) {
      for (String unit : List.of("x", "a.", "*", "$(", "\\u202e")) {
        text(
            worst,
            kind,
            "60 KB of " + unit + " in every place",
            () -> everywhere(good.get(kind), unit.repeat(60_000 / unit.length())));
      }
    }
    links(worst, "200,000 members of one name", () -> "{" + joined(200_000, i -> "\"a\":1") + "}");
    links(
        worst,
        "members of one name below a long one",
        () -> "[{\"" + "k".repeat(1_500_000) + "\":{" + joined(200_000, i -> "\"a\":1") + "}}]");
    links(worst, "halves", () -> "[" + joined(100_000, i -> "\"\\ud800\"") + "]");
    links(worst, "1,400,000 numbers", () -> "[" + joined(1_400_000, i -> "1") + "]");
    links(worst, "100,000 numbers", () -> "[" + joined(100_000, i -> "1") + "]");
    links(worst, "30,000 empty objects", () -> "[" + joined(30_000, i -> "{}") + "]");
    links(worst, "3,000 statements", () -> statements(i -> i));
    links(worst, "3,000 times one statement", () -> statements(i -> 0));
    links(worst, "3,000 bad statements", () -> statements(i -> i).toLowerCase(Locale.ROOT));
    links(worst, "relations", () -> "[{\"relation\":[" + joined(30_000, i -> "\"A\"") + "]}]");
    links(worst, "includes", () -> "[" + joined(20_000, i -> "{\"include\":\"https://a\"}") + "]");
    links(worst, "dynamic rules", () -> dynamic(joined(10_000, i -> "{\"/\":\"/a*\"}")));
    entry(worst, "app ids", () -> "\"appIDs\":[" + joined(30_000, i -> "\"a" + i + "\"") + "]");
    entry(worst, "numbers as paths", () -> "\"paths\":[" + joined(30_000, i -> "7") + "]");
    entry(worst, "paths", () -> "\"paths\":[" + joined(30_000, i -> "\"/" + i + "*\"") + "]");
    entry(worst, "components", () -> "\"components\":[" + joined(30_000, i -> "{}") + "]");
    entry(
        worst,
        "query items",
        () -> "\"components\":[{\"?\":{" + joined(30_000, i -> "\"k" + i + "\":1") + "}}]");
    text(
        worst,
        InputKind.AASA,
        "credentials",
        () -> "{\"webcredentials\":{\"apps\":[" + joined(30_000, i -> "\"a" + i + "\"") + "]}}");
    yaml(worst, "a long word", () -> "x".repeat(2_900_000));
    yaml(worst, "digits", () -> "7".repeat(2_900_000));
    yaml(worst, "a long quotation", () -> "\"" + "x".repeat(2_900_000) + "\"");
    yaml(worst, "an open quotation", () -> "'" + "x".repeat(2_900_000));
    yaml(worst, "a block", () -> "|\n" + "  x\n".repeat(700_000));
    yaml(worst, "a folded text", () -> ">\n" + "  x\n\n".repeat(500_000));
    yaml(worst, "comments", () -> "\n" + "#\n".repeat(1_400_000));
    yaml(worst, "a long anchor", () -> "&" + "a".repeat(2_900_000) + " x");
    yaml(worst, "a long alias", () -> "*" + "a".repeat(2_900_000));
    yaml(worst, "a long tag", () -> "!" + "a".repeat(2_900_000) + " x");
    yaml(worst, "a long name", () -> "\n? " + "k".repeat(2_900_000) + "\n: 1\n");
    yaml(worst, "directives", () -> "\n...\n" + "%a\n".repeat(900_000));
    yaml(worst, "documents", () -> "\n" + "---\n".repeat(700_000));
    yaml(worst, "levels", () -> "\n" + "- ".repeat(1_400_000));
    yaml(worst, "colons", () -> ":".repeat(2_900_000));
    yaml(
        worst,
        "anchors around many values",
        () -> repeated(45, i -> "&a" + i + " [") + "1,".repeat(200_000) + "]".repeat(45));
    yaml(worst, "aliases of aliases", HostileBytesTest::aliases);
    yaml(
        worst,
        "rules that nobody knows",
        () -> "\nrules:\n" + repeated(50_000, i -> "  k" + i + ": off\n"));
    return worst;
  }

  private static void text(
      Map<String, Worst> worst, InputKind kind, String name, Supplier<String> text) {
    worst.put(kind.id() + ": " + name, new Worst(kind, text));
  }

  private static void links(Map<String, Worst> worst, String name, Supplier<String> text) {
    text(worst, InputKind.ASSETLINKS, name, text);
  }

  private static void entry(Map<String, Worst> worst, String name, Supplier<String> text) {
    text(worst, InputKind.AASA, name, () -> "{\"applinks\":{\"details\":[{" + text.get() + "}]}}");
  }

  private static void yaml(Map<String, Worst> worst, String name, Supplier<String> text) {
    text(
        worst,
        InputKind.REGISTRATION,
        name + " in YAML",
        () -> "format: wellknown/1\nname: " + text.get());
  }

  private static String statements(IntUnaryOperator number) {
    return "[" + joined(3_000, i -> STATEMENT.formatted(number.applyAsInt(i), FINGERPRINT)) + "]";
  }

  private static String aliases() {
    return "x\na0: &a0 [x]\n"
        + repeated(40, i -> "a%d: &a%d [%s]\n".formatted(i + 1, i + 1, ("*a" + i + ",").repeat(9)));
  }

  private static String dynamic(String components) {
    return LINKS.replaceFirst("(?s)\\[\\{\"/\": \"/help/\\*\".*?\"\\*\"}]", "[" + components + "]");
  }

  private static String joined(int count, IntFunction<String> element) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",").append(element.apply(i));
    }
    return text.toString();
  }

  private static String repeated(int count, IntFunction<String> element) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(element.apply(i));
    }
    return text.toString();
  }

  /** An object whose names differ, and all have the same hash code. */
  private static String equalHashes(String one, String other, int length) {
    return "{"
        + joined(
            1 << length,
            i -> {
              StringBuilder name = new StringBuilder("\"");
              for (int bit = 0; bit < length; bit++) {
                name.append((i >> bit & 1) == 0 ? one : other);
              }
              return name.append("\":1").toString();
            })
        + "}";
  }

  /** The same value with one content for all of its texts. */
  private static String everywhere(JsonValue value, String content) {
    if (value instanceof JsonArray array) {
      return "["
          + String.join(",", array.elements().stream().map(e -> everywhere(e, content)).toList())
          + "]";
    }
    if (value instanceof JsonObject object) {
      return "{"
          + String.join(
              ",",
              object.members().stream()
                  .map(m -> JsonText.compact(m.name()) + ":" + everywhere(m.value(), content))
                  .toList())
          + "}";
    }
    return value.asText() == null ? value.toJson() : "\"" + content + "\"";
  }

  /** Makes the bytes of one round. */
  private interface Making {
    byte[] bytes(InputKind kind, Random random);
  }

  /** Examines the bytes of one round; the schema is slow. */
  private interface Judging {
    void judge(byte[] bytes, boolean schema) throws IOException;
  }

  private static Stream<DynamicTest> rounds(int count, Making making) {
    return Stream.of(InputKind.values())
        .map(
            kind ->
                batches(
                    kind,
                    count,
                    making,
                    (bytes, schema) -> judge(examine(kind, bytes), kind, bytes, schema)));
  }

  private static DynamicTest batches(InputKind kind, int count, Making making, Judging judging) {
    return DynamicTest.dynamicTest(
        kind.id(),
        () -> {
          for (int from = 0; from < count * ROUNDS; from += BATCH) {
            int first = from;
            assertTimeoutPreemptively(
                Duration.ofSeconds(BATCH),
                () -> {
                  for (int round = first; round < first + BATCH; round++) {
                    byte[] bytes = making.bytes(kind, new Random(SEED + round * 1_000_003L));
                    run(judging, bytes, round);
                  }
                });
          }
        });
  }

  /** Names the input of whatever goes wrong. */
  private static void run(Judging judging, byte[] bytes, int round) {
    try {
      judging.judge(bytes, round % 10 == 0);
    } catch (Throwable e) {
      throw new AssertionError("round " + round + " of seed " + SEED + ": " + shown(bytes), e);
    }
  }

  private static String shown(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String safe = Printable.escape(text.substring(0, Math.min(text.length(), 20_000)));
    return bytes.length + " bytes, as ISO 8859-1: " + safe;
  }

  private record Outcome(Report report, String text, String json, long millis, long allocated) {}

  private static Outcome examine(InputKind kind, byte[] bytes) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    Report report = validate(Optional.of(kind), bytes);
    String text = new TextFormat(Style.PLAIN, Detail.VERBOSE, Severity.ERROR).text(report);
    String json = JsonFormat.json(report);
    return new Outcome(
        report,
        text,
        json,
        (THREADS.getCurrentThreadCpuTime() - cpu) / 1_000_000,
        THREADS.getCurrentThreadAllocatedBytes() - allocated);
  }

  /** A second for a file of the size that a host may serve, and in proportion for a larger one. */
  private static long limit(byte[] bytes) {
    int served = 1024 * 1024;
    return MILLIS * Math.max(1, (bytes.length + served - 1) / served);
  }

  private static Report validate(Optional<InputKind> kind, byte[] bytes) {
    return new Validation(List.of("-"), kind, Optional.empty(), Set.of())
        .run(new Inputs(Path.of(""), new ByteArrayInputStream(bytes)));
  }

  private static void judge(Outcome outcome, InputKind kind, byte[] bytes, boolean schema) {
    assertThat(outcome.millis()).as("milliseconds of CPU").isLessThan(limit(bytes));
    assertIsVisible(outcome.text());
    assertIsVisible(outcome.json());
    outcome.report().unusable().forEach(HostileBytesTest::assertIsVisible);
    assertThat(outcome.text().lines()).allMatch(line -> OWN_WORDS.matcher(line).matches());
    Document json = Document.json(utf8(outcome.json()), "report");
    assertThat(json.defects()).isEmpty();
    if (schema) {
      assertThat(Schema.named("report").violations(value(json))).isEmpty();
    }
    if (schema && bytes.length < 100_000) {
      assertIsVisible(
          new TextFormat(Style.PLAIN, Detail.NORMAL, Severity.ERROR)
              .text(validate(Optional.empty(), bytes)));
    }
    for (TargetReport target : outcome.report().targets()) {
      target.findings().forEach(each -> assertIsShort(each.finding()));
      boolean read =
          kind == InputKind.REGISTRATION || Document.json(bytes, "x").value().isPresent();
      assertThat(read || target.verdict() == Verdict.FAIL).as("nothing unread passes").isTrue();
    }
  }

  private static void assertIsVisible(String text) {
    assertThat(text.codePoints().allMatch(point -> point == '\n' || Printable.isVisible(point)))
        .as("all is visible")
        .isTrue();
  }

  /** Names and values of any length are cut. */
  private static void assertIsShort(Finding finding) {
    for (String part :
        Arrays.asList(
            finding.message(),
            finding.fix(),
            finding.seen(),
            finding.expected(),
            finding.app(),
            finding.location().pointer())) {
      assertThat(part == null || part.length() < 13_000).as(finding.rule().id()).isTrue();
    }
  }

  private Generation generate(byte[] registration) throws IOException {
    return Generation.compare(
        new Inputs(directory, new ByteArrayInputStream(registration)),
        "-",
        "site",
        false,
        Set.of());
  }

  private void judgeGeneration(byte[] registration) throws IOException {
    Generation generation;
    try {
      generation = generate(registration);
    } catch (UnusableInputException e) {
      assertIsVisible(String.valueOf(e.getMessage()));
      return;
    }
    assertIsVisible(
        new TextFormat(Style.PLAIN, Detail.VERBOSE, Severity.ERROR).text(generation, false));
    String json = JsonFormat.json(generation);
    assertIsVisible(json);
    assertThat(Document.json(utf8(json), "report").defects()).isEmpty();
    for (Generation.GeneratedFile file : generation.files()) {
      assertThat(Document.json(file.publication().bytes(), file.path()).defects()).isEmpty();
    }
  }

  private static byte[] randomBytes(InputKind kind, Random random) {
    byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 3_000 : 60)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (random.nextInt(20) == 0 ? bytes[i] : bytes[i] & 0x7F);
      }
    }
    return bytes;
  }

  private static byte[] randomTokens(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(40); i > 0; i--) {
      text.append(any(random.nextInt(8) == 0 ? HOSTILE : TOKENS, random));
    }
    return utf8(text.toString());
  }

  /** One to four damages, without regard to what stands there. */
  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes;
    for (int i = 1 + random.nextInt(4); i > 0 && damaged.length > 1; i--) {
      int at = random.nextInt(damaged.length);
      int end = Math.min(damaged.length, at + 1 + random.nextInt(40));
      damaged =
          switch (random.nextInt(6)) {
            case 0 -> flipped(damaged, at, random);
            case 1 -> Arrays.copyOf(damaged, at);
            case 2 -> spliced(damaged, at, new byte[0], end);
            case 3 -> spliced(damaged, end, Arrays.copyOfRange(damaged, at, end), end);
            case 4 -> spliced(damaged, at, new byte[] {(byte) random.nextInt(256)}, at);
            default -> spliced(damaged, at, utf8(any(HOSTILE, random)), at);
          };
    }
    return damaged;
  }

  private static byte[] flipped(byte[] bytes, int at, Random random) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static byte[] spliced(byte[] bytes, int until, byte[] between, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, until);
    out.writeBytes(between);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  /** Writes a value so that it stays JSON, or nearly, and says something else. */
  private static final class Mutation {

    private static final List<String> VALUES =
        List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "1e999",
            "-7.5",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"*\"",
            "\"/\"",
            "\"$(food)\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"\":{}}",
            "[{}]",
            "\"99999999999\"",
            "\"https://a.example/?#\"",
            "\"com.acme.app\"",
            "[".repeat(150) + "]".repeat(150));

    private static final List<String> NAMES =
        List.of(
            "\"\"",
            "\"/\"",
            "\"?\"",
            "\"#\"",
            "\"apps\"",
            "\"appID\"",
            "\"appids\"",
            "\"paths\"",
            "\"exclude\"",
            "\"details\"",
            "\"relation\"",
            "\"target\"",
            "\"site\"",
            "\"include\"",
            "\"query\"",
            "\"links\"",
            "\"rules\"",
            "\"hosts\"",
            "\"insightsHub\"",
            "\"signIn\"",
            "\"redirects\"",
            "\"expect\"",
            "\"publish\"",
            "\"0\"",
            "\"a/b~c\"",
            "\"x-note\"");

    private final Random random;
    private final int rarity;

    Mutation(Random random) {
      this.random = random;
      this.rarity = 4 + random.nextInt(40);
    }

    String text(JsonValue value) {
      StringBuilder out = new StringBuilder();
      write(out, value);
      return out.toString();
    }

    private boolean rarely() {
      return random.nextInt(rarity) == 0;
    }

    private void write(StringBuilder out, JsonValue value) {
      if (rarely()) {
        out.append(random.nextBoolean() ? any(VALUES, random) : hostileText(""));
      } else if (value instanceof JsonArray array) {
        out.append('[');
        String comma = "";
        for (JsonValue element : array.elements()) {
          for (int times = rarely() ? random.nextInt(4) : 1; times > 0; times--) {
            out.append(comma);
            write(out, element);
            comma = ",";
          }
        }
        out.append(']');
      } else if (value instanceof JsonObject object) {
        out.append('{');
        String comma = "";
        for (JsonObject.Member member : object.members()) {
          for (int times = rarely() ? random.nextInt(3) : 1; times > 0; times--) {
            out.append(comma).append(name(member.name())).append(':');
            if (rarely()) {
              out.append(object.toJson());
            } else {
              write(out, member.value());
            }
            comma = ",";
          }
        }
        out.append('}');
      } else {
        String text = value.asText();
        out.append(text == null || !rarely() ? value.toJson() : hostileText(text));
      }
    }

    private String name(String name) {
      if (!rarely()) {
        return JsonText.compact(name);
      }
      return random.nextBoolean() ? any(NAMES, random) : hostileText(name);
    }

    /** A text with something put into it, escaped as JSON, or raw where JSON would not have it. */
    private String hostileText(String text) {
      String hostile = any(HOSTILE, random);
      int at = random.nextInt(text.length() + 1);
      String mixed = text.substring(0, at) + hostile + text.substring(at);
      return random.nextInt(3) == 0 ? "\"" + mixed + "\"" : JsonText.compact(mixed);
    }
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static JsonValue value(Document document) {
    return document.value().orElseThrow();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
