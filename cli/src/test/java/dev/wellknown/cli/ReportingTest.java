package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wellknown.registration.HostName;
import dev.wellknown.serve.LocalHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportingTest {

  private static final Path SHOP = Path.of("../examples/shop/wellknown.yaml");
  private static final String FILE = "site/.well-known/assetlinks.json";

  @TempDir Path directory;

  /** What a run left behind. */
  private record Result(int code, String out, String err) {}

  @BeforeEach
  void breakAFile() throws IOException {
    Files.copy(SHOP, directory.resolve("wellknown.yaml"));
    assertThat(run("generate", "-o", "site").code()).isZero();
    replace("3C:91", "3c:91");
  }

  @Test
  void printsEveryFormat() {
    Map<String, String> beginnings =
        Map.of(
            "text", "x fail  site",
            "json", "{\n  \"format\": \"wellknown-report/1\"",
            "ndjson", "{\"format\":\"wellknown-target/1\"",
            "sarif", "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\"",
            "junit", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ",
            "markdown", "## ❌ wellknown validate",
            "github", "::error file=" + FILE + ",line=11,col=9,title=assetlinks/");
    beginnings.forEach(
        (format, beginning) -> {
          Result result = run("validate", "site", "--format", format);
          assertThat(result.out()).startsWith(beginning);
          assertThat(result.err()).isEmpty();
          assertThat(result.code()).isEqualTo(1);
        });
  }

  @Test
  void writesSeveralReportsOfOneRun() {
    Result result =
        run("validate", "site", "--report", "sarif=a.sarif", "--report=junit=a.xml", "-q");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).startsWith("x fail  site");
    assertThat(directory.resolve("a.sarif")).content().contains("\"startLine\": 11");
    assertThat(directory.resolve("a.xml")).content().contains("</testsuites>");
  }

  @Test
  void writesOverNothingThatItReads() throws IOException {
    Path registration = directory.resolve("wellknown.yaml");
    Path links = directory.resolve(FILE);
    Files.writeString(directory.resolve("hosts.txt"), "shop.example.com\n");
    List<byte[]> before = List.of(Files.readAllBytes(registration), Files.readAllBytes(links));
    for (List<String> words :
        List.of(
            List.of("validate", "--report", "json=wellknown.yaml"),
            List.of("validate", "wellknown.yaml", "--report", "json=./wellknown.yaml"),
            List.of("validate", "site", "--report", "html=" + FILE),
            List.of("check", "--hosts-from", "hosts.txt", "--report", "ndjson=hosts.txt"),
            List.of("check", "-r", "wellknown.yaml", "--report", "markdown=wellknown.yaml"))) {
      Result result = run(words.toArray(String[]::new));
      assertThat(result.code()).as(words.toString()).isEqualTo(2);
      assertThat(result.err()).contains(" would be lost; write the report to another file");
    }
    assertThat(Files.readAllBytes(registration)).isEqualTo(before.get(0));
    assertThat(Files.readAllBytes(links)).isEqualTo(before.get(1));
    assertThat(Files.readString(directory.resolve("hosts.txt"))).isEqualTo("shop.example.com\n");
  }

  @Test
  void leavesAReportThatCannotBeWrittenAsItWas() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("closed"));
    Path old = Files.writeString(folder.resolve("a.sarif"), "old");
    Result absent = run("validate", "site", "--report", "sarif=none/a.sarif");
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("a.sarif cannot be written: its directory does not exist");
    Files.createSymbolicLink(directory.resolve("link.xml"), old);
    assertThat(run("validate", "site", "--report", "junit=link.xml").code()).isEqualTo(3);
    assertThat(old).content().isEqualTo("old");
    assumeThat(folder.toFile().setWritable(false) && !Files.isWritable(folder)).isTrue();
    assertThat(run("validate", "site", "--report", "sarif=closed/a.sarif").code()).isEqualTo(3);
    assertThat(old).content().isEqualTo("old");
    assertThat(folder.toFile().setWritable(true)).isTrue();
  }

  @Test
  void refusesReportsThatAreNone() {
    assertThat(run("validate", "site", "--report", "saif=x").err()).contains("did you mean sarif?");
    assertThat(run("validate", "site", "--report", "sarif").err()).contains("FORMAT=FILE");
    Result twice = run("validate", "site", "--report=json=x", "--report=sarif=./x");
    assertThat(twice.code()).isEqualTo(2);
    assertThat(twice.err()).contains("two reports go to");
    assertThat(directory.resolve("x")).doesNotExist();
  }

  @Test
  void acceptsWhatStandsInABaseline() throws IOException {
    assertThat(run("validate", "site", "--write-baseline", "b.json").code()).isEqualTo(1);
    Result accepted = run("validate", "site", "--baseline", "b.json");
    assertThat(accepted.code()).isZero();
    assertThat(accepted.out()).contains("x error", "accepted by the baseline", "google-api x fail");
    assertThat(run("validate", "site", "--baseline=b.json", "--format=json").out())
        .contains("\"baselined\": true");
    replace("3c:91", "3C:91");
    Result mended = run("validate", "site", "--baseline", "b.json");
    assertThat(mended.code()).isZero();
    assertThat(mended.out()).contains("(assetlinks/fingerprint-lower-case at", "no longer needed");
  }

  @Test
  void keepsTheReasonsOfTheBaselineThatItWritesAnew() throws IOException {
    run("validate", "site", "--write-baseline", "b.json");
    Path file = directory.resolve("b.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"reason\": \"\"", "\"reason\": \"known\",\"until\": \"2020-01-01\""));
    Result expired = run("validate", "site", "--baseline", "b.json", "--write-baseline", "b.json");
    assertThat(expired.code()).isEqualTo(1);
    assertThat(expired.out()).contains("expired on 2020-01-01");
    assertThat(file).content().contains("\"reason\": \"known\"", "\"until\": \"2020-01-01\"");
    Files.writeString(file, "{}");
    Result malformed = run("validate", "site", "--write-baseline", "b.json");
    assertThat(malformed.code()).isEqualTo(2);
    assertThat(malformed.err()).contains("b.json:1:1: the baseline is no baseline");
    assertThat(file).content().isEqualTo("{}");
  }

  @Test
  void pointsFindingsOfAHostAtTheRegistrationThatNamesIt() throws Exception {
    String name = "shop.example.com";
    try (LocalHost host =
        LocalHost.serve(directory.resolve("site"), HostName.of(name), HostName.of("www." + name))) {
      List<String> words =
          new ArrayList<>(List.of("check", "-r", "wellknown.yaml", "--report", "sarif=a.sarif"));
      words.addAll(List.of("--report", "github=a.txt", "--write-baseline", "b.json"));
      words.addAll(List.of("--cacert", host.caFile().toString()));
      words.addAll(List.of("--connect-to", "::127.0.0.1:" + host.port()));
      assertThat(run(words.toArray(String[]::new)).code()).isEqualTo(1);
      assertThat(directory.resolve("a.sarif"))
          .content()
          .containsPattern(
              "\"uri\": \"wellknown.yaml\"\\s*},\\s*\"region\": \\{\\s*\"startLine\": 4,");
      assertThat(directory.resolve("a.txt"))
          .content()
          .contains("::error file=wellknown.yaml,line=4,col=", "%0Aat https://" + name + "/");
      words.addAll(List.of("--baseline", "b.json"));
      Result accepted = run(words.toArray(String[]::new));
      assertThat(accepted.out()).contains("accepted by the baseline");
      assertThat(accepted.code()).isZero();
    }
  }

  @Test
  void takesAFormatOfTheEnvironmentWhereThereIsIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(),
            out,
            ByteArrayOutputStream.nullOutputStream(),
            Map.of("WELLKNOWN_FORMAT", "github"),
            directory,
            "generate",
            "--check",
            "-o",
            "site");
    assertThat(code).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("differs  " + FILE);
  }

  private void replace(String from, String to) throws IOException {
    Path file = directory.resolve(FILE);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(ByteArrayInputStream.nullInputStream(), out, err, Map.of(), directory, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
