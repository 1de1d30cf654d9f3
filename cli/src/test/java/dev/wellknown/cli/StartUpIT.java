package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs an installation that was just unpacked, with a home of its own. */
@DisabledOnOs(OS.WINDOWS)
class StartUpIT {

  private static final Path BUILT = Path.of(System.getProperty("wellknown.installation"));
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir Path directory;
  private Path home;
  private Path cache;
  private Path out;
  private Path err;

  @BeforeEach
  void install() throws Exception {
    home = directory.resolve("installation");
    cache = directory.resolve("cache/wellknown");
    out = directory.resolve("out");
    err = directory.resolve("err");
    Process copy =
        new ProcessBuilder("cp", "-a", BUILT.toString(), home.toString()).inheritIO().start();
    assertThat(copy.waitFor()).isZero();
    Process fresh =
        new ProcessBuilder("rm", "-rf", home.resolve("start-up").toString()).inheritIO().start();
    assertThat(fresh.waitFor()).isZero();
  }

  @Test
  void makesAnArchiveAtItsFirstRunsAndNoMoreThanOne() throws Exception {
    List<Process> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(start(""));
    }
    for (Process run : runs) {
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isZero();
    }
    Path archive = made();
    assertThat(Files.getPosixFilePermissions(archive).toString()).doesNotContain("GROUP", "OTHERS");
    assertThat(isUsed()).isTrue();
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files).containsExactly(archive);
    }
  }

  @Test
  void passesOverAnArchiveThatIsNone() throws Exception {
    assertThat(run("make")).isZero();
    Path archive;
    try (Stream<Path> files = Files.list(home.resolve("start-up"))) {
      archive = files.toList().get(0);
    }
    assertThat(isUsed()).isTrue();
    assertThat(archive.toFile().setWritable(true)).isTrue();
    Files.writeString(archive, "no archive".repeat(100_000));
    assertThat(run("")).isZero();
    assertThat(out).content().startsWith("wellknown ").hasLineCount(1);
    assertThat(err).isEmptyFile();
  }

  @Test
  void makesNoneWhereItIsToldSoOrWhereNothingCanBeWritten() throws Exception {
    assertThat(run("off")).isZero();
    assertThat(cache).doesNotExist();
    Files.writeString(directory.resolve("cache"), "a file, where a folder should be");
    assertThat(run("")).isZero();
    assertThat(out).content().startsWith("wellknown ").hasLineCount(1);
    assertThat(err).isEmptyFile();
  }

  @Test
  void startsFromAFolderWithABlankInItsName() throws Exception {
    home = Files.move(home, directory.resolve("an installation"));
    assertThat(run("make")).isZero();
    assertThat(run("")).isZero();
    assertThat(out).content().startsWith("wellknown ").hasLineCount(1);
    assertThat(err).isEmptyFile();
  }

  @Test
  void usesNoArchiveOfAnotherInstallation() throws Exception {
    assertThat(run("make")).isZero();
    Path build = home.resolve("lib/build");
    Files.writeString(build, Files.readString(build).replaceFirst("^.", "x"));
    assertThat(isUsed("off")).isFalse();
    assertThat(run("off")).isZero();
  }

  private Path made() throws Exception {
    for (int i = 0; i < 1_200; i++) {
      try (Stream<Path> files = Files.list(cache)) {
        List<Path> all = files.toList();
        if (all.size() == 1 && Files.isRegularFile(all.get(0))) {
          assertThat(all.get(0)).isNotEmptyFile();
          return all.get(0);
        }
      } catch (IOException e) {
        // Not there yet.
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no archive within a minute");
  }

  private boolean isUsed() throws Exception {
    return isUsed("");
  }

  /** Whether our own classes come out of an archive, by the JVM's word. */
  private boolean isUsed(String startUp) throws Exception {
    Path log = directory.resolve("classes.log");
    Process process =
        builder(startUp, "_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + log + "::filecount=0")
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String main =
        Files.readAllLines(log, StandardCharsets.UTF_8).stream()
            .filter(line -> line.contains("dev.wellknown.cli.Main "))
            .findFirst()
            .orElseThrow();
    return main.contains("shared objects file");
  }

  private int run(String startUp) throws Exception {
    Process process = start(startUp);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private Process start(String startUp) throws IOException {
    return builder(startUp, "LANG", "C").start();
  }

  private ProcessBuilder builder(String startUp, String variable, String value) {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("bin/wellknown").toString(), "--version")
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", JAVA_HOME.toString());
    builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    builder.environment().put("WELLKNOWN_START_UP", startUp);
    builder.environment().put(variable, value);
    return builder;
  }
}
