package dev.wellknown.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Texts that are made to hurt their reader: each is read in seconds, and judged. */
class HostileRegistrationsTest {

  /** Generous, for machines that have much else to do; none needs a second by itself. */
  private static final Duration SECONDS = Duration.ofSeconds(15);

  /** Nearly as much as is read at all. */
  private static final int MOST = Inputs.MAX_BYTES - 2000;

  /** Enough for what takes time by its square to take minutes. */
  private static final int MUCH = 200_000;

  private static final String PLAIN =
      """
      format: wellknown/1
      name: Corner shop
      hosts: [shop.example.com]
      apps: [{ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}, links: [/login]}]
      """;

  /**
   * A text, and what is to be said of it.
   *
   * @param rules the ids of errors that must be among those that are found; none for no error
   */
  private record Hostile(String what, String name, byte[] bytes, List<String> rules) {
    static Hostile yaml(String what, String text, String... rules) {
      return new Hostile(what, "a.yaml", text.getBytes(StandardCharsets.UTF_8), List.of(rules));
    }

    static Hostile json(String what, String text, String... rules) {
      return new Hostile(what, "a.json", text.getBytes(StandardCharsets.UTF_8), List.of(rules));
    }

    static Hostile bytes(String what, String name, byte[] bytes, String... rules) {
      return new Hostile(what, name, bytes, List.of(rules));
    }
  }

  private static final String NOT_YAML = "registration/not-yaml";
  private static final String ALIASES = "registration/too-many-aliases";

  private static Stream<Hostile> syntax() {
    StringBuilder laughs = new StringBuilder("a: &a [l, l, l, l, l, l, l, l, l]\n");
    for (char each = 'b'; each < 'j'; each++) {
      String one = "*" + (char) (each - 1);
      laughs.append(each).append(": &").append(each).append(" [");
      laughs.append(String.join(", ", List.of(one, one, one, one, one, one, one, one, one)));
      laughs.append("]\n");
    }
    StringBuilder nestedAnchors = new StringBuilder("a: ");
    for (int i = 0; i < 45; i++) {
      nestedAnchors.append("&a").append(i).append(" [");
    }
    nestedAnchors.append("1,".repeat(200_000)).append("1").append("]".repeat(45));
    return Stream.of(
        Hostile.yaml("aliases of aliases", laughs.toString(), ALIASES),
        Hostile.yaml(
            "few aliases of much", "a: &a [" + "1,".repeat(9_000) + "1]\nb: [*a, *a]", ALIASES),
        Hostile.yaml(
            "an alias of too much", "a: &a [" + "1,".repeat(200_000) + "1]\nb: *a", ALIASES),
        Hostile.yaml("anchors in anchors", nestedAnchors.toString(), "registration/missing-value"),
        Hostile.yaml("an alias of itself", "a: &a [*a]", NOT_YAML),
        Hostile.yaml("an alias of itself in a mapping", "&a a: {b: &b {c: *b}}", NOT_YAML),
        Hostile.yaml("an alias of nothing", "a: *b", NOT_YAML),
        Hostile.yaml("deep flow lists", "a: " + "[".repeat(MOST), "json/too-deep"),
        Hostile.yaml("deep flow mappings", "a: " + "{a: ".repeat(MUCH / 4), "json/too-deep"),
        Hostile.yaml("deep block lists", "- ".repeat(MUCH / 2) + "a", "json/too-deep"),
        Hostile.yaml("deep block mappings", deepBlock(), "json/too-deep"),
        Hostile.yaml("keys that are keys of keys", "? ".repeat(MUCH / 2), NOT_YAML),
        Hostile.json("deep lists", "{\"a\":" + "[".repeat(10_000), "json/too-deep"),
        Hostile.json("deep objects", "{\"a\":".repeat(10_000), "json/too-deep"),
        Hostile.json("deeper lists", "[".repeat(MOST), "json/too-deep"),
        Hostile.yaml("a Java type", "a: !!javax.script.ScriptEngineManager [1]", NOT_YAML),
        Hostile.yaml("a Java type as a key", "!!java.net.URL a: 1", NOT_YAML),
        Hostile.yaml("a type of its own", "!mine\n" + PLAIN, NOT_YAML),
        Hostile.yaml("binary data", "a: !!binary R0lGODlh", NOT_YAML),
        Hostile.yaml("a second document", PLAIN + "---\n" + PLAIN, NOT_YAML),
        Hostile.yaml("a second, empty document", PLAIN + "---\n", NOT_YAML),
        Hostile.yaml("a directive of its own", "%MINE 1\n---\n" + PLAIN),
        Hostile.yaml("another version", "%YAML 3.0\n---\n" + PLAIN, NOT_YAML),
        Hostile.yaml("a key twice", "name: a\n" + PLAIN, "json/duplicate-member"),
        Hostile.json("a key twice", "{\"name\":\"a\",\"name\":\"b\"}", "json/duplicate-member"),
        Hostile.yaml("a merge key", "<<: {name: a}\n" + PLAIN, "registration/unknown-key"),
        Hostile.yaml("zero bytes", "\0".repeat(MOST), NOT_YAML),
        Hostile.yaml("a zero byte", PLAIN.replace("Corner", "Cor\0ner"), NOT_YAML),
        Hostile.json("a zero byte", "{\"name\": \"a\0b\"}", "json/not-json"),
        Hostile.json(
            "an escaped zero byte", "{\"name\": \"\\u0000\"}", "registration/missing-value"),
        Hostile.json("half a character", "{\"name\": \"\\ud83c\"}", "json/lone-surrogate"),
        Hostile.yaml("quotes", "\"".repeat(MUCH), NOT_YAML),
        Hostile.yaml("colons", ": ".repeat(MUCH / 2), NOT_YAML),
        Hostile.yaml("tabs", "a:" + "\t".repeat(MUCH), "registration/missing-value"),
        Hostile.yaml("comments", PLAIN + "#\n".repeat(MUCH / 3)));
  }

  private static String deepBlock() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static Stream<Hostile> values() {
    String many = "a".repeat(MUCH);
    String host = "shop.example.com";
    return Stream.of(
        Hostile.yaml("a long text", PLAIN + "x-a: " + "a".repeat(MOST)),
        Hostile.yaml("a long text in quotes", PLAIN + "x-a: \"" + "é".repeat(MOST / 2) + '"'),
        Hostile.yaml("a long name", PLAIN.replace("Corner", many), "registration/unfit-length"),
        Hostile.yaml("a long host", PLAIN.replace(host, many), "registration/malformed-host"),
        Hostile.yaml(
            "a long host in letters",
            PLAIN.replace(host, "é".repeat(MUCH / 2)),
            "registration/malformed-host"),
        Hostile.yaml(
            "a host of colons",
            PLAIN.replace(host, "\"" + ":".repeat(MUCH) + "x\""),
            "registration/malformed-host"),
        Hostile.yaml(
            "a host of labels",
            PLAIN.replace(host, "a.".repeat(MUCH / 2)),
            "registration/malformed-host"),
        Hostile.yaml(
            "a long package",
            PLAIN.replace(
                "apps:",
                "apps: [{android: {package: \""
                    + "a.".repeat(MUCH / 2)
                    + "\", certificates: [{sha256: x}]}}]\nx-apps:"),
            "registration/malformed-package"),
        Hostile.yaml(
            "a long fingerprint",
            PLAIN.replace(
                "apps:",
                "apps: [{android: {package: a.b, certificates: [{sha256: \""
                    + "A:".repeat(MUCH / 2)
                    + "\"}]}}]\nx-apps:"),
            "registration/malformed-fingerprint"),
        Hostile.yaml(
            "a long path",
            PLAIN.replace("/login", "\"/" + "*a".repeat(MUCH / 2) + "\""),
            "registration/file-too-large"),
        Hostile.yaml(
            "a long redirect",
            PLAIN + "redirects: [\"" + many + "\"]",
            "registration/malformed-redirect"),
        Hostile.yaml("a long key", PLAIN + many + ": 1", NOT_YAML),
        Hostile.json(
            "a long key",
            "{\"" + "secret ".repeat(MUCH / 7) + "\": 1}",
            "registration/missing-value"),
        Hostile.yaml("beginnings of tokens", PLAIN + "x-a: " + "eyJ".repeat(MUCH / 3)),
        Hostile.yaml("beginnings of addresses", PLAIN + "x-a: " + "://".repeat(MUCH / 3)),
        Hostile.yaml("schemes", PLAIN + "x-a: " + "a:".repeat(MUCH / 2) + "a"),
        Hostile.yaml("headers", PLAIN + "x-a: " + "basic ".repeat(MUCH / 6)),
        Hostile.json(
            "many hosts",
            "{\"hosts\": [" + "\"\",".repeat(30_000) + "\"\"]}",
            "registration/malformed-host"),
        Hostile.json("many keys", "{" + keys(20_000) + "\"a\": 1}", "registration/unknown-key"),
        Hostile.json(
            "numbers without end",
            "{\"publish\": {\"maxBytes\": " + "9".repeat(MUCH) + "}}",
            "registration/wrong-type"),
        Hostile.yaml(
            "a number with an exponent",
            PLAIN + "publish: {maxBytes: 1e999999999}",
            "registration/wrong-type"));
  }

  private static String keys(int count) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < count; i++) {
      keys.append("\"k").append(Integer.toString(i, 36)).append("\":1,");
    }
    return keys.toString();
  }

  private static Stream<Hostile> encodings() {
    byte[] plain = PLAIN.getBytes(StandardCharsets.UTF_8);
    byte[] json = "{\"name\": \"a\"}".getBytes(StandardCharsets.UTF_8);
    byte[] latin = PLAIN.replace("Corner", "Läden").getBytes(StandardCharsets.ISO_8859_1);
    return Stream.of(
        Hostile.bytes("a byte order mark in YAML", "a.yaml", marked(plain)),
        Hostile.bytes("a byte order mark in JSON", "a.json", marked(json), "json/byte-order-mark"),
        Hostile.bytes(
            "UTF-16", "a.yaml", PLAIN.getBytes(StandardCharsets.UTF_16), "json/byte-order-mark"),
        Hostile.bytes(
            "UTF-16LE",
            "a.yaml",
            PLAIN.getBytes(StandardCharsets.UTF_16LE),
            "json/byte-order-mark"),
        Hostile.bytes("Latin-1", "a.yaml", latin, "json/not-utf8"),
        Hostile.bytes(
            "an overlong slash",
            "a.json",
            new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'},
            "json/not-utf8"),
        Hostile.bytes("nothing but 0xFF", "a.json", filled((byte) 0xFF), "json/not-json"),
        Hostile.bytes(
            "a page",
            "a.json",
            "<html></html>".getBytes(StandardCharsets.UTF_8),
            "json/html-instead-of-json"));
  }

  private static byte[] marked(byte[] bytes) {
    byte[] marked = new byte[bytes.length + 3];
    marked[0] = (byte) 0xEF;
    marked[1] = (byte) 0xBB;
    marked[2] = (byte) 0xBF;
    System.arraycopy(bytes, 0, marked, 3, bytes.length);
    return marked;
  }

  private static byte[] filled(byte unit) {
    byte[] bytes = new byte[MOST];
    Arrays.fill(bytes, unit);
    bytes[0] = '{';
    return bytes;
  }

  @TestFactory
  Stream<DynamicTest> isReadInSecondsAndJudged() {
    return Stream.of(syntax(), values(), encodings())
        .flatMap(each -> each)
        .map(
            hostile ->
                DynamicTest.dynamicTest(
                    hostile.name() + ": " + hostile.what(),
                    () -> assertTimeoutPreemptively(SECONDS, () -> judge(hostile))));
  }

  private static void judge(Hostile hostile) throws IOException {
    List<Finding> findings =
        RegistrationExamination.of(hostile.bytes(), hostile.name(), false).findings();
    List<String> errors =
        findings.stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.rule().id())
            .toList();
    if (hostile.rules().isEmpty()) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).containsAll(hostile.rules());
    }
    // No finding carries the text along.
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.message().length()).isLessThan(2000);
              assertThat(finding.fix().length()).isLessThan(2000);
            });
  }

  @Test
  void isNoRegistrationWhereNothingOrNoMappingStands() {
    for (String text :
        List.of("", " \n", "# a note\n", "---\n", "---\n...\n", "- a\n", "a\n", "~\n", "7\n")) {
      assertThatExceptionOfType(UnusableInputException.class)
          .as(text)
          .isThrownBy(
              () ->
                  RegistrationExamination.of(
                      text.getBytes(StandardCharsets.UTF_8), "a.yaml", false))
          .withMessageContaining("a.yaml is no registration");
    }
    for (String text : List.of("", "[]", "\"a\"", "null", "7")) {
      assertThatExceptionOfType(UnusableInputException.class)
          .as(text)
          .isThrownBy(
              () ->
                  RegistrationExamination.of(
                      text.getBytes(StandardCharsets.UTF_8), "a.json", false));
    }
  }

  @Test
  void refusesToReadTenMegabytes(@TempDir Path directory) throws IOException {
    byte[] bytes = new byte[10 * 1024 * 1024];
    Files.write(directory.resolve("wellknown.yaml"), bytes);
    Inputs inputs = new Inputs(directory, new ByteArrayInputStream(bytes));
    for (String path : List.of("wellknown.yaml", Inputs.STANDARD_INPUT)) {
      assertThatExceptionOfType(UnusableInputException.class)
          .isThrownBy(() -> inputs.read(path))
          .withMessageContaining("more than 3 MB");
    }
  }

  @Test
  void readsNoMoreOfAnEndlessInputThanItTakes(@TempDir Path directory) {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    assertTimeoutPreemptively(
        SECONDS,
        () ->
            assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> new Inputs(directory, endless).read(Inputs.STANDARD_INPUT)));
  }
}
