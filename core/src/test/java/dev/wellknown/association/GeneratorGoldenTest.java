package dev.wellknown.association;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes the files of {@code generate/CASE/wellknown.yaml}, twice, and compares them with those that
 * stand beside it. A file that is not there is not to be made. What making them has to say stands
 * in {@code findings}.
 *
 * <p>{@code -Dfixtures.update=true} writes them anew, to be read before they are committed.
 */
class GeneratorGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/generate");

  @TestFactory
  Stream<DynamicTest> makesTheFilesOfEachCase() throws IOException {
    List<Path> cases;
    try (Stream<Path> folders = Files.list(CASES)) {
      cases = folders.sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(), folder.toUri(), () -> run(folder)));
  }

  private static RegistrationExamination examine(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("wellknown.yaml"));
    return RegistrationExamination.of(bytes, "wellknown.yaml", false);
  }

  private static void run(Path folder) throws IOException {
    RegistrationExamination once = examine(folder);
    RegistrationExamination again = examine(folder);
    assertThat(once.publications()).isNotEmpty();
    for (Kind kind : Kind.values()) {
      byte[] made = bytes(once, kind);
      assertThat(bytes(again, kind)).isEqualTo(made);
      compare(folder.resolve(kind.fileName()), made);
    }
    String told =
        once.findings().stream()
            .filter(finding -> finding.rule().group().equals("registration"))
            .map(GeneratorGoldenTest::describe)
            .collect(Collectors.joining());
    compare(
        folder.resolve("findings"), told.isEmpty() ? null : told.getBytes(StandardCharsets.UTF_8));
  }

  private static byte @Nullable [] bytes(RegistrationExamination examined, Kind kind) {
    return examined.publications().stream()
        .filter(publication -> publication.kind() == kind)
        .map(Publication::bytes)
        .findFirst()
        .orElse(null);
  }

  private static void compare(Path expected, byte @Nullable [] bytes) throws IOException {
    if (Boolean.getBoolean("fixtures.update") && bytes == null) {
      Files.deleteIfExists(expected);
    } else if (Boolean.getBoolean("fixtures.update")) {
      Files.write(expected, bytes);
    }
    assertThat(Files.exists(expected)).as("%s is to be made", expected).isEqualTo(bytes != null);
    if (bytes != null) {
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Files.readString(expected));
    }
  }

  private static String describe(Finding finding) {
    return finding.severity().id()
        + " "
        + finding.rule().id()
        + " at "
        + finding.location().line()
        + ":"
        + finding.location().column()
        + "\n  "
        + finding.message()
        + "\n";
  }
}
