package dev.wellknown.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.AssociationFile;
import dev.wellknown.association.Kind;
import dev.wellknown.examine.FileExamination;
import dev.wellknown.examine.InputKind;
import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Validation;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.declaration.RegistrationFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases of the public JSONTestSuite, by name and rule, with bytes of our own. */
class StrictJsonTest {

  private static final Path CASES = Path.of("src/test/resources/json/cases.txt");
  private static final Path PAGE = Path.of("../docs/json.md");

  /** What leaves the value as it is. */
  private static final Set<Defect.Kind> HARMLESS =
      Set.of(Defect.Kind.DUPLICATE_MEMBER, Defect.Kind.LONE_SURROGATE);

  @TempDir Path directory;

  private record Case(String name, String answer, byte[] bytes) {
    boolean isFree() {
      return name.startsWith("i_");
    }
  }

  @Test
  void holdsEveryCaseOnce() throws IOException {
    List<String> names = cases().stream().map(Case::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).filteredOn(name -> name.startsWith("y_")).hasSize(95);
    assertThat(names).filteredOn(name -> name.startsWith("n_")).hasSize(188);
    assertThat(names).filteredOn(name -> name.startsWith("i_")).hasSize(35);
    assertThat(Files.readString(CASES).chars())
        .allMatch(unit -> unit == '\n' || (unit >= ' ' && unit < 0x7F));
  }

  @TestFactory
  Stream<DynamicTest> answersAsEachCaseDemands() throws IOException {
    return cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(),
                    () -> {
                      Document document = Document.json(each.bytes(), "case.json");
                      String answer = answer(document);
                      switch (each.answer()) {
                        case "y" -> assertThat(answer).isIn("taken", "told:duplicate-member");
                        case "n" -> assertThat(answer).startsWith("refused:");
                        default -> assertThat(answer).isEqualTo(each.answer());
                      }
                    }));
  }

  @Test
  void answersTheSameForFilesStandardInputBytesAndRegistrations() throws IOException {
    for (Case each : cases()) {
      Document document = Document.json(each.bytes(), "case.json");
      Document registration = RegistrationFile.read(each.bytes(), "case.json").document();
      assertThat(answer(registration)).as(each.name()).isEqualTo(answer(document));
      for (Kind kind : Kind.values()) {
        List<String> fromBytes =
            told(
                FileExamination.of(AssociationFile.read(kind, each.bytes(), "case.json"))
                    .findings());
        assertThat(fromBytes.stream().anyMatch(line -> line.startsWith("error ")))
            .as(each.name())
            .isEqualTo(answer(document).startsWith("refused:"));
        Files.write(directory.resolve("case"), each.bytes());
        assertThat(validated("case", kind, InputStream.nullInputStream()))
            .as(each.name())
            .isEqualTo(fromBytes);
        assertThat(validated("-", kind, new ByteArrayInputStream(each.bytes())))
            .as(each.name())
            .isEqualTo(fromBytes);
      }
    }
  }

  @Test
  void publishesItsAnswersWhereTheStandardLeavesThemFree() throws IOException {
    List<String> published =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `i_"))
            .map(line -> line.replaceAll("^\\| `(.*?)` \\| (.*?) \\|.*", "$1 $2"))
            .toList();
    assertThat(published)
        .containsExactlyInAnyOrderElementsOf(
            cases().stream()
                .filter(Case::isFree)
                .map(each -> each.name() + " " + inWords(each.answer()))
                .toList());
  }

  /** As the page has it. */
  private static String inWords(String answer) {
    String rule = "`json/" + answer.substring(answer.indexOf(':') + 1) + "`";
    return answer.startsWith("told:")
        ? "taken, with " + rule
        : answer.startsWith("refused:") ? "refused: " + rule : answer;
  }

  private static String answer(Document document) {
    String kinds =
        document.defects().stream()
            .map(defect -> defect.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .distinct()
            .collect(Collectors.joining("+"));
    boolean whole =
        document.value().isPresent()
            && document.defects().stream().allMatch(defect -> HARMLESS.contains(defect.kind()));
    if (whole) {
      return kinds.isEmpty() ? "taken" : "told:" + kinds;
    }
    assertThat(kinds).as("a reason").isNotEmpty();
    return "refused:" + kinds;
  }

  private List<String> validated(String path, Kind kind, InputStream standardInput) {
    Validation validation =
        new Validation(
            List.of(path), Optional.of(InputKind.valueOf(kind.name())), Optional.empty(), Set.of());
    return told(
        validation.run(new Inputs(directory, standardInput)).targets().get(0).findings().stream()
            .map(Reported::finding)
            .toList());
  }

  /** What was said about the text itself; its shape is nobody's business here. */
  private static List<String> told(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.rule().group().equals("json"))
        .filter(finding -> !finding.rule().id().equals("json/unexpected-shape"))
        .map(
            finding ->
                (finding.severity() == Severity.ERROR ? "error " : "")
                    + finding.rule().id()
                    + " at "
                    + finding.location().line()
                    + ":"
                    + finding.location().column()
                    + " "
                    + finding.message())
        .toList();
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] parts = line.split(" +", 3);
        cases.add(new Case(parts[0], parts[1], bytes(parts.length < 3 ? "" : parts[2].strip())));
      }
    }
    return cases;
  }

  private static byte[] bytes(String notation) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < notation.length(); i++) {
      if (notation.charAt(i) != '%') {
        bytes.write(notation.charAt(i));
      } else if (notation.charAt(i + 1) == '{') {
        int star = notation.indexOf('*', i);
        int end = notation.indexOf('}', star);
        int times = Integer.parseInt(notation.substring(i + 2, star));
        bytes.writeBytes(
            notation.substring(star + 1, end).repeat(times).getBytes(StandardCharsets.US_ASCII));
        i = end;
      } else {
        bytes.write(Integer.parseInt(notation.substring(i + 1, i + 3), 16));
        i += 2;
      }
    }
    return bytes.toByteArray();
  }
}
