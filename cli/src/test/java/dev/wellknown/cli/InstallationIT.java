package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.registration.HostName;
import dev.wellknown.serve.LocalHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the installation as it will lie on a user's machine. */
class InstallationIT {

  private static final Path HOME = Path.of(System.getProperty("wellknown.installation"));
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final String VALIDATOR = "org.hibernate.validator.";
  private static final String SCHEMA = "com.networknt.schema.";
  private static final String YAML = "org.snakeyaml.engine.";
  private static final String JSON = "tools.jackson.core.";
  private static final String DATABIND = "tools.jackson.databind.";
  private static final String DIFF = "com.github.difflib.";
  private static final String SERVER = "com.sun.net.httpserver.";

  @TempDir Path directory;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void startsThroughALinkFromAnotherDirectory() throws Exception {
    Path link =
        Files.createSymbolicLink(
            directory.resolve("wellknown"), HOME.resolve("bin/wellknown").toAbsolutePath());
    Path out = directory.resolve("out");
    assertThat(run(out, link.toString(), "--version")).isZero();
    assertThat(out).content().startsWith("wellknown ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsWhatIsPipedIn() throws Exception {
    String command = "printf '[]]' | '" + HOME.resolve("bin/wellknown").toAbsolutePath() + "'";
    Path out = directory.resolve("out");
    assertThat(run(out, "sh", "-c", command + " validate --kind assetlinks -")).isEqualTo(1);
    assertThat(out).content().contains("json/trailing-text");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void endsWithStatusThreeWhereTheOutputIsFull() throws Exception {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
    assertThat(run(full, HOME.resolve("bin/wellknown").toString(), "rules")).isEqualTo(3);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void endsQuietlyWhereNobodyReadsOn() throws Exception {
    Process process =
        new ProcessBuilder(
                "sh", "-c", "read go; exec \"$0\" rules", HOME.resolve("bin/wellknown").toString())
            .redirectError(directory.resolve("err").toFile())
            .start();
    process.getInputStream().close();
    process.getOutputStream().write('\n');
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(141);
    assertThat(directory.resolve("err")).isEmptyFile();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void neverTakesAnotherFileForAStreamThatIsClosed() throws Exception {
    String wellknown = "'" + HOME.resolve("bin/wellknown").toAbsolutePath() + "'";
    Path out = directory.resolve("out");
    assertThat(run(out, "sh", "-c", wellknown + " validate --kind assetlinks - <&-")).isEqualTo(2);
    assertThat(directory.resolve("err")).content().contains("standard input cannot be read");
    assertThat(run(out, "sh", "-c", wellknown + " rules >&-")).isEqualTo(3);
    assertThat(directory.resolve("err")).content().contains("standard output cannot be written");
    assertThat(run(out, "sh", "-c", wellknown + " --version 2>&-")).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readsNamesBeyondAsciiInEveryLocale() throws Exception {
    Files.writeString(directory.resolve("größe.json"), "[]");
    String wellknown = "'" + HOME.resolve("bin/wellknown").toAbsolutePath() + "'";
    for (String locale : List.of("C", "tr_TR.UTF-8", "xx_YY.UTF-8", "C.UTF-8")) {
      String command = "LC_ALL=" + locale + " " + wellknown + " validate --kind assetlinks ";
      Path out = directory.resolve("out");
      assertThat(run(out, "sh", "-c", command + "gr*.json")).as(locale).isZero();
      assertThat(out).content().contains("pass  größe.json");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysWhatToDoWhereThereIsNoJava() throws Exception {
    String wellknown = "'" + HOME.resolve("bin/wellknown").toAbsolutePath() + "'";
    Path out = directory.resolve("out");
    assertThat(run(out, "sh", "-c", "JAVA_HOME=/nowhere " + wellknown + " rules")).isEqualTo(2);
    assertThat(directory.resolve("err")).content().contains("Java 17 or newer", "set JAVA_HOME");
    assertThat(out).isEmptyFile();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void leavesTheOldFilesWhereTheDiskIsFull() throws Exception {
    Path site = directory.resolve("site");
    String registration = registration().toString();
    String wellknown = "'" + HOME.resolve("bin/wellknown").toAbsolutePath() + "'";
    Path file = site.resolve(".well-known/assetlinks.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "[]");
    // No file may grow beyond nothing, as on a disk that is full.
    String command = "ulimit -f 0; " + wellknown + " generate -r " + registration + " -o site";
    assertThat(run(Path.of("/dev/null"), "sh", "-c", command + " 2>/dev/null")).isEqualTo(3);
    assertThat(file).hasContent("[]");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hasAManualPageForEveryCommand() throws Exception {
    Path pages = HOME.resolve("share/man/man1");
    for (var spec : Manual.documented(Main.spec())) {
      assertThat(pages.resolve(spec.qualifiedName("-") + ".1")).isRegularFile();
    }
    assertThat(HOME.resolve("share/bash-completion/completions/wellknown"))
        .content()
        .contains("complete -F");
  }

  @Test
  void loadsNothingForAFileThatItDoesNotNeed() throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("assetlinks.json"),
            "[{\"relation\":[\"a/b\"],\"target\":{\"namespace\":\"web\","
                + "\"site\":\"https://www.example.org\"}}]");
    List<String> loaded = loadedBy("validate", file.toString());
    assertThat(loaded).noneMatch(name -> isOf(name, VALIDATOR, YAML, DIFF, SERVER, "jakarta."));
    assertThat(loaded).anyMatch(name -> isOf(name, SCHEMA)).anyMatch(name -> isOf(name, JSON));
  }

  @Test
  void loadsNoSchemaLibraryForARegistration() throws Exception {
    Path file = registration();
    List<String> loaded = loadedBy("validate", file.toString());
    assertThat(loaded).noneMatch(name -> isOf(name, SCHEMA, DATABIND, DIFF, SERVER));
    assertThat(loaded).anyMatch(name -> isOf(name, VALIDATOR)).anyMatch(name -> isOf(name, YAML));
  }

  @Test
  void loadsNoSchemaLibraryToGenerate() throws Exception {
    Path file = registration();
    List<String> loaded =
        loadedBy("generate", "-r", file.toString(), "-o", directory.resolve("site").toString());
    assertThat(loaded).noneMatch(name -> isOf(name, SCHEMA, DATABIND, DIFF));
    assertThat(loaded).anyMatch(name -> isOf(name, VALIDATOR));
  }

  @Test
  void loadsNoLibraryButPicocliForHelpAndRules() throws Exception {
    for (List<String> command :
        List.of(List.of("--help"), List.of("rules"), List.of("rules", "json/not-json"))) {
      List<String> loaded = loadedBy(command.toArray(String[]::new));
      assertThat(loaded)
          .noneMatch(
              name -> isOf(name, VALIDATOR, SCHEMA, YAML, JSON, DATABIND, DIFF, SERVER, "jakarta."))
          .anyMatch(name -> isOf(name, "picocli."));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void servesUntilItIsEndedAndLeavesNothingBehind() throws Exception {
    Path site = Files.createDirectories(directory.resolve("site/.well-known"));
    Files.writeString(site.resolve("assetlinks.json"), "[]");
    Path out = directory.resolve("out");
    Process process =
        new ProcessBuilder(
                HOME.resolve("bin/wellknown").toAbsolutePath().toString(),
                "serve",
                "site",
                "--host",
                "shop.example.com")
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(directory.resolve("err").toFile())
            .start();
    try {
      Pattern ca = Pattern.compile("(?m)^CA +(/.*)$");
      Matcher told = ca.matcher("");
      for (int i = 0; i < 600 && process.isAlive() && !told.find(); i++) {
        Thread.sleep(50);
        told = ca.matcher(Files.readString(out));
      }
      Path file = Path.of(told.group(1));
      assertThat(file).exists();
      process.destroy();
      assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(file.getParent()).doesNotExist();
      assertThat(directory.resolve("err")).isEmptyFile();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void leavesWholeLinesWhenItIsInterruptedAndSaysHowFarItCame() throws Exception {
    List<String> names = List.of("a.example.com", "b.example.com", "c.example.com");
    Path site = Files.createDirectories(directory.resolve("site/.well-known"));
    Files.writeString(site.resolve("assetlinks.json"), "[]");
    try (LocalHost host =
        LocalHost.serve(
            directory.resolve("site"), names.stream().map(HostName::of).toArray(HostName[]::new))) {
      Process process =
          new ProcessBuilder(
                  HOME.resolve("bin/wellknown").toAbsolutePath().toString(),
                  "check",
                  "--hosts-from",
                  "-",
                  "--format",
                  "ndjson",
                  "--cacert",
                  host.caFile().toString(),
                  "--connect-to",
                  "::127.0.0.1:" + host.port())
              .redirectError(directory.resolve("err").toFile())
              .start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        List<String> told = new ArrayList<>();
        for (String name : names) {
          // The list has no end yet, and yet each result comes as soon as it is known.
          process.getOutputStream().write((name + "\n").getBytes(StandardCharsets.US_ASCII));
          process.getOutputStream().flush();
          told.add(lines.readLine());
        }
        kill("-INT", process);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(lines.readLine()).isNull();
        assertThat(told)
            .allMatch(line -> line.startsWith("{\"format\":") && line.endsWith("}"))
            .extracting(line -> line.replaceFirst(".*?\"target\":\"(.*?)\".*", "$1"))
            .containsExactlyElementsOf(names);
        assertThat(directory.resolve("err"))
            .hasContent(
                "wellknown: interrupted after 3 hosts; --resume goes on from the lines so far\n");
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static void kill(String signal, Process process) throws Exception {
    String command = "kill " + signal + " " + process.pid();
    assertThat(new ProcessBuilder("sh", "-c", command).start().waitFor()).isZero();
  }

  private Path registration() throws IOException {
    return Files.copy(
        Path.of("../examples/shop/wellknown.yaml"), directory.resolve("wellknown.yaml"));
  }

  private static boolean isOf(String name, String... packages) {
    for (String each : packages) {
      if (name.startsWith(each)) {
        return true;
      }
    }
    return false;
  }

  /** The classes that a command loads, by the JVM's own log. */
  private List<String> loadedBy(String... args) throws Exception {
    Path log = directory.resolve("classes.log");
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    command.add("-Xlog:class+load=info:file=" + log + "::filecount=0");
    command.add("-jar");
    command.add(HOME.resolve("lib/wellknown-cli.jar").toString());
    command.addAll(List.of(args));
    assertThat(run(directory.resolve("out"), command.toArray(String[]::new))).isZero();
    List<String> names =
        Files.readAllLines(log).stream()
            .map(line -> line.replaceFirst("^\\[.*]\\s+", ""))
            .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
            .toList();
    assertThat(names).contains("dev.wellknown.cli.Main");
    return names;
  }

  private int run(Path out, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().put("WELLKNOWN_START_UP", "off");
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
