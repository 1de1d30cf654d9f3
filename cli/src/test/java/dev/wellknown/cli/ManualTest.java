package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

class ManualTest {

  @TempDir Path directory;

  @Test
  void tellsEveryOptionOfEveryCommand() {
    for (CommandSpec spec : Manual.documented(Main.spec())) {
      String page = Manual.page(spec);
      assertThat(page).startsWith(".TH ").contains(".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS");
      for (String option : spec.optionsMap().keySet()) {
        assertThat(page).contains(option.replace("-", "\\-"));
      }
    }
  }

  @Test
  void writesPagesThatTheFormatterTakesWithoutAWord() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff");
    for (CommandSpec spec : Manual.documented(Main.spec())) {
      Path page = Files.writeString(directory.resolve("page.1"), Manual.page(spec));
      Path words = directory.resolve("words");
      Process groff =
          new ProcessBuilder("/usr/bin/groff", "-man", "-Tutf8", "-ww", "-z", page.toString())
              .redirectErrorStream(true)
              .redirectOutput(words.toFile())
              .start();
      assertThat(groff.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(words).isEmptyFile();
    }
  }

  @Test
  void helpsWithAllAndWithOneCommand() {
    assertThat(run("help")).isEqualTo(run("--help")).contains("Commands:");
    assertThat(run("help", "check")).isEqualTo(run("check", "--help")).contains("wellknown check");
  }

  @Test
  void warmsUpWithEveryCommandThatEndsByItself() {
    Set<String> trained =
        Stream.concat(WarmUp.commands().stream(), WarmUp.networkCommands().stream())
            .map(command -> command.get(0))
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> commands = new HashSet<>(Main.spec().subcommands().keySet());
    commands.remove("serve");
    assertThat(trained).containsAll(commands);
  }

  @Test
  void warmsUpWithRegistrationsAndFilesThatAreGood() throws Exception {
    Path here = Files.createDirectory(directory.resolve("warm-up"));
    WarmUp.prepare(here);
    for (List<String> command :
        List.of(
            List.of("generate"),
            List.of("validate"),
            List.of("validate", ".", "-r", "wellknown.yaml"))) {
      assertThat(
              Main.run(
                  InputStream.nullInputStream(),
                  OutputStream.nullOutputStream(),
                  OutputStream.nullOutputStream(),
                  Map.of(),
                  here,
                  command.toArray(String[]::new)))
          .as("%s", command)
          .isZero();
    }
  }

  private String run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            InputStream.nullInputStream(),
            out,
            OutputStream.nullOutputStream(),
            Map.of(),
            directory,
            args);
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
