package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Verdict;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the verdicts about a file with what Android's readers answer when they are asked whether
 * the file associates an app. The answers come from Google's protocol tests
 * (https://github.com/google/digitalassetlinks) and from the sources of Android and Chromium.
 *
 * <p>What a vector says of a reader becomes PASS where the reader links without an error, and FAIL
 * where it does not link, reports an error, or loses the file. Left out is what says nothing about
 * the file:
 *
 * <ul>
 *   <li>an answer that nobody knows ("unclear": a port out of range, in Android's own agent);
 *   <li>"success (statement skipped)" of the agent up to Android 11: the question is answered by
 *       another statement of the file, while a verdict is about every statement;
 *   <li>an answer that depends on the app's signers instead of the file (Chromium wants all of
 *       several signers listed).
 * </ul>
 *
 * Where the question is about another relation or package than the file's, or about an older
 * certificate, "not linked" is the right answer to a good file: PASS is expected.
 */
class AndroidStatementVectorsTest {

  @TestFactory
  Stream<DynamicTest> agreesWithWhatReadersAnswer() throws IOException {
    return vectors().stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text("id") + " " + vector.text("about"), () -> compare(vector)));
  }

  @Test
  void comparesMostOfThem() throws IOException {
    long compared =
        vectors().stream()
            .flatMap(
                vector ->
                    Stream.of(Reader.values()).filter(each -> expected(vector, each).isPresent()))
            .count();
    assertThat(vectors()).hasSizeGreaterThan(35);
    assertThat(compared).isGreaterThan(65);
  }

  private static void compare(JsonObject vector) {
    byte[] file = Objects.requireNonNull(vector.text("file")).getBytes(StandardCharsets.UTF_8);
    FileExamination examination =
        FileExamination.of(AssociationFile.read(Kind.ASSETLINKS, file, "assetlinks.json"));
    for (Reader reader : Kind.ASSETLINKS.readers()) {
      expected(vector, reader)
          .ifPresent(
              verdict ->
                  assertThat(examination.verdicts().get(reader))
                      .as("%s of %s", reader.id(), examination.findings())
                      .isEqualTo(verdict));
    }
  }

  private static Optional<Verdict> expected(JsonObject vector, Reader reader) {
    boolean good = vector.has("dependsOnQuery");
    return switch (reader) {
      case GOOGLE_API -> google(vector.object("dalApi"), good);
      case ANDROID_12 -> agent(vector.object("aospAgent12plus"), good);
      // Either a skipped statement, or signers that the file cannot know of.
      default -> Optional.empty();
    };
  }

  private static Optional<Verdict> google(JsonObject answer, boolean good) {
    if (answer == null) {
      return Optional.empty();
    }
    boolean linked = answer.get("linked") instanceof JsonBoolean bool && bool.value();
    boolean errors = !Objects.requireNonNull(answer.array("errorCodes")).elements().isEmpty();
    return Optional.of(!errors && (linked || good) ? Verdict.PASS : Verdict.FAIL);
  }

  /** The newest version's answer, where versions differ. */
  private static Optional<Verdict> agent(JsonObject answer, boolean good) {
    if (answer == null) {
      return Optional.empty();
    }
    String newest = answer.text("android15plus");
    String state = newest == null ? Objects.requireNonNull(answer.text("state")) : newest;
    if (state.equals("unclear")) {
      return Optional.empty();
    }
    return Optional.of(
        state.startsWith("verified") || (good && state.equals("1026"))
            ? Verdict.PASS
            : Verdict.FAIL);
  }

  private static List<JsonObject> vectors() throws IOException {
    try (InputStream in =
        AndroidStatementVectorsTest.class.getResourceAsStream("/vectors/android-statements.json")) {
      Document document = Document.json(in.readAllBytes(), "android-statements.json");
      JsonValue value = document.value().orElseThrow();
      return ((JsonArray) value).elements().stream().map(each -> (JsonObject) each).toList();
    }
  }
}
