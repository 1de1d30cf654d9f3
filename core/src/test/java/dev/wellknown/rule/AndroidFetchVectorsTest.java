package dev.wellknown.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the verdicts about an answer with what Android's readers make of it, by their sources
 * and by Google's protocol tests. What a vector says becomes PASS where the file is taken, FAIL
 * where it is not, and UNKNOWN in the two cases that we leave open although the reader has an
 * answer: a redirect that Chromium follows, for what is at the other end was not looked at; and 429
 * and 5xx, which may be gone the next time.
 *
 * <p>Left out is what no answer can show: an address that is never asked (plain HTTP, another path,
 * a wildcard or port of a manifest), which hosts a manifest leads to, what state codes mean, and
 * how long Google's service remembers a failure; robots.txt, which is not read here; and the host
 * with a final dot, of which nobody knows what a difference does.
 */
class AndroidFetchVectorsTest {

  @TestFactory
  Stream<DynamicTest> agreesWithWhatReadersMakeOfAnAnswer() throws IOException {
    return vectors().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text("id") + " " + vector.text("rule"), () -> compare(vector)));
  }

  @Test
  void comparesMostOfThem() throws IOException {
    long compared =
        vectors().stream()
            .flatMap(
                vector ->
                    Kind.ASSETLINKS.readers().stream()
                        .filter(each -> expected(vector, each).isPresent()))
            .count();
    assertThat(vectors()).hasSizeGreaterThan(25);
    assertThat(compared).isGreaterThan(70);
  }

  private static void compare(JsonObject vector) {
    List<Finding> findings = RuleFixturesTest.served(Objects.requireNonNull(vector.text("seen")));
    for (Reader reader : Kind.ASSETLINKS.readers()) {
      expected(vector, reader)
          .ifPresent(
              verdict ->
                  assertThat(verdict(reader, findings))
                      .as("%s of %s", reader.id(), findings)
                      .isEqualTo(verdict));
    }
  }

  private static Verdict verdict(Reader reader, List<Finding> findings) {
    if (findings.stream().anyMatch(each -> each.breaks().contains(reader))) {
      return Verdict.FAIL;
    }
    return findings.stream().anyMatch(each -> each.undecided().contains(reader))
        ? Verdict.UNKNOWN
        : Verdict.PASS;
  }

  private static Optional<Verdict> expected(JsonObject vector, Reader reader) {
    JsonObject expect = Objects.requireNonNull(vector.object("expect"));
    String name =
        switch (reader) {
          case GOOGLE_API -> "dalApi";
          case ANDROID_12 -> "aospAgent12plus";
          case ANDROID_LEGACY -> "aospAgent11";
          default -> "chromiumTwa";
        };
    String said = expect.text("all") == null ? expect.text(name) : expect.text("all");
    boolean mayPass =
        Objects.requireNonNull(vector.text("seen")).matches("(?s).*HTTP/1.1 (429|5..) .*");
    return Optional.ofNullable(said).map(text -> mayPass ? Verdict.UNKNOWN : verdict(text));
  }

  private static @Nullable Verdict verdict(String said) {
    if (said.equals("followed")) {
      return Verdict.UNKNOWN;
    }
    if (said.startsWith("ok") || said.equals("verified") || said.equals("read in full")) {
      return Verdict.PASS;
    }
    assertThat(said).matches("ERROR_CODE_.*|10[0-9][0-9].*|fail.*|refused.*");
    return Verdict.FAIL;
  }

  private static List<JsonObject> vectors() throws IOException {
    try (InputStream in =
        AndroidFetchVectorsTest.class.getResourceAsStream("/vectors/android-fetches.json")) {
      Document document = Document.json(in.readAllBytes(), "android-fetches.json");
      return ((JsonArray) document.value().orElseThrow())
          .elements().stream().map(JsonObject.class::cast).toList();
    }
  }
}
