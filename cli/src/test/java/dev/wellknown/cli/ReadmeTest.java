package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

  private static final Path README = Path.of("../README.md");
  private static final String MARK = "<!-- wellknown --help -->\n```text\n";

  @TempDir Path directory;

  @Test
  void showsTheHelpAsItIs() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(MARK);
    assertThat(start).isPositive();
    String shown =
        readme.substring(start + MARK.length(), readme.indexOf("```", start + MARK.length()));
    assertThat(shown).isEqualTo(run("--help"));
  }

  @Test
  void namesEveryCommand() throws IOException {
    String readme = Files.readString(README);
    for (String command : Main.spec().subcommands().keySet()) {
      assertThat(readme).contains(command);
    }
  }

  private String run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(),
            out,
            ByteArrayOutputStream.nullOutputStream(),
            Map.of(),
            directory,
            args);
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
