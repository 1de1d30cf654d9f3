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
  private static final String HELP = "<!-- wellknown --help -->\n```text\n";

  @TempDir Path directory;

  @Test
  void showsTheHelpAsItIs() throws IOException {
    assertThat(shown(HELP)).isEqualTo(run(0, "--help"));
  }

  private static String shown(String mark) throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(mark);
    assertThat(start).isPositive();
    return readme.substring(start + mark.length(), readme.indexOf("```", start + mark.length()));
  }

  @Test
  void namesEveryCommand() throws IOException {
    String readme = Files.readString(README);
    for (String command : Main.spec().subcommands().keySet()) {
      assertThat(readme).contains(command);
    }
  }

  private String run(int expected, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(),
            out,
            ByteArrayOutputStream.nullOutputStream(),
            Map.of("LANG", "C.UTF-8"),
            directory,
            args);
    assertThat(code).isEqualTo(expected);
    return out.toString(StandardCharsets.UTF_8);
  }
}
