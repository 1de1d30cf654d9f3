package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Stamp.Told;
import dev.wellknown.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {

  private static final List<String> CONFIGURATION = List.of("1.0", "error");
  private static final List<Told> LINES =
      List.of(
          new Told(Severity.WARNING, "a.yaml:1:1: something [registration/duplicate-host]"),
          new Told(Severity.NOTE, ""),
          new Told(Severity.ERROR, "tab\tbell\u0007"));

  @TempDir private Path directory;
  private Path registration;
  private WebRoot root;

  @BeforeEach
  void walk() throws IOException {
    registration = Files.writeString(directory.resolve("wellknown.yaml"), "format: wellknown/1");
    root = new WebRoot(directory.resolve("web"));
    Files.createDirectories(root.file(Kind.AASA).getParent());
    Files.writeString(root.file(Kind.AASA), "{}");
    generation(CONFIGURATION).put(LINES);
    validation().put(List.of());
  }

  @Test
  void tellsTheSameLinesAgainWhereNothingHasChanged() {
    assertThat(generation(CONFIGURATION).told()).contains(LINES);
    assertThat(validation().told()).contains(List.of());
  }

  @Test
  void isOutOfDateWhereTheRegistrationHasChanged() throws IOException {
    Files.writeString(registration, "format: wellknown/2");
    assertOutOfDate();
  }

  @Test
  void isOutOfDateWhereTheRegistrationIsGone() throws IOException {
    Files.delete(registration);
    assertOutOfDate();
  }

  @Test
  void isOutOfDateWhereAFileHasChanged() throws IOException {
    Files.writeString(root.file(Kind.AASA), "[]");
    assertOutOfDate();
  }

  @Test
  void isOutOfDateWhereAFileIsGone() throws IOException {
    Files.delete(root.file(Kind.AASA));
    assertOutOfDate();
  }

  @Test
  void isOutOfDateWhereAFileHasCome() throws IOException {
    Files.writeString(root.file(Kind.ASSETLINKS), "");
    assertOutOfDate();
  }

  @Test
  void isOutOfDateWhereAFileHasBecomeADirectory() throws IOException {
    Files.createDirectory(root.file(Kind.ASSETLINKS));
    assertOutOfDate();
  }

  @Test
  void seesFilesAtTheTopWhereTheyAreValidatedToo() throws IOException {
    Files.writeString(root.directory().resolve("assetlinks.json"), "[]");
    assertThat(validation().told()).isEmpty();
    assertThat(generation(CONFIGURATION).told()).isPresent();
  }

  @Test
  void isOutOfDateUnderAnotherConfiguration() {
    assertThat(generation(List.of("1.1", "error")).told()).isEmpty();
    assertThat(generation(List.of("1.0error")).told()).isEmpty();
    assertThat(generation(List.of("1.0", "err", "or")).told()).isEmpty();
  }

  @Test
  void isOutOfDateWhereItWasCutOrEdited() throws IOException {
    Path file = directory.resolve("generate.stamp");
    String whole = Files.readString(file);
    for (String damaged :
        List.of(
            whole.substring(0, whole.indexOf('\n') + 1),
            whole.replace("warning", "note"),
            whole.replace("something", "nothing"),
            "\n" + whole,
            "",
            "\u0000\ud83d\ude00\n\n")) {
      Files.writeString(file, damaged);
      assertThat(generation(CONFIGURATION).told()).as(damaged).isEmpty();
    }
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(generation(CONFIGURATION).told()).isEmpty();
  }

  @Test
  void isOutOfDateWhereTheRegistrationChangedDuringTheWalk() throws IOException {
    Stamp stamp = generation(CONFIGURATION);
    Files.writeString(registration, "format: wellknown/1 # changed");
    stamp.put(LINES);
    assertThat(generation(CONFIGURATION).told()).isEmpty();
  }

  private void assertOutOfDate() {
    assertThat(generation(CONFIGURATION).told()).isEmpty();
    assertThat(validation().told()).isEmpty();
  }

  private Stamp generation(List<String> configuration) {
    return Stamp.ofGeneration(
        directory.resolve("generate.stamp"), configuration, registration, root);
  }

  private Stamp validation() {
    return Stamp.ofValidation(
        directory.resolve("deep/validate.stamp"), CONFIGURATION, registration, root);
  }
}
