package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.Associations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

  private static final String REGISTRATION =
      """
      format: wellknown/1
      name: Demo
      hosts: [shop.example.com]
      apps:
        - ios: {teamId: ABCDE12345, bundleId: com.example.demo}
          links: [/login]
      """;

  @TempDir private Path directory;

  @Test
  void refusesWhereAnErrorStands() throws IOException {
    Generation generation = generate(REGISTRATION + "publish: {maxBytes: 10}", Set.of());
    assertThat(rules(generation)).contains("registration/file-too-large");
    assertThat(generation.refused()).isTrue();
    assertThat(generation.files()).isEmpty();
  }

  @Test
  void makesTheFilesWhereTheErrorIsIgnored() throws IOException {
    Generation generation =
        generate(
            REGISTRATION + "publish: {maxBytes: 10}",
            Set.of("registration/file-too-large", "aasa/too-large"));
    assertThat(generation.findings()).isEmpty();
    assertThat(generation.refused()).isFalse();
    assertThat(generation.files()).hasSize(1);
  }

  @Test
  void refusesAnErrorThatLeavesNothingToMakeFilesFromAlthoughItIsIgnored() throws IOException {
    Generation generation =
        generate(
            REGISTRATION.replace("ABCDE12345", "abc"), Set.of("registration/malformed-team-id"));
    assertThat(rules(generation)).containsExactly("registration/malformed-team-id");
    assertThat(generation.refused()).isTrue();
    assertThat(generation.files()).isEmpty();
  }

  private Generation generate(String text, Set<String> ignore) throws IOException {
    Files.writeString(directory.resolve("wellknown.yaml"), text);
    try (Associations wellknown = Associations.in(directory, InputStream.nullInputStream())) {
      return wellknown.generate("wellknown.yaml", "web", false, ignore);
    }
  }

  private static Iterable<String> rules(Generation generation) {
    return generation.findings().stream().map(each -> each.finding().rule().id()).toList();
  }
}
