package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wellknown.registration.HostName;
import dev.wellknown.serve.LocalHost;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command lines of README.md and docs/scale.md as they stand there. */
@DisabledOnOs(OS.WINDOWS)
class DocumentedCommandsIT {

  private static final Path HOME =
      Path.of(System.getProperty("wellknown.installation")).toAbsolutePath();
  private static final int PASSING = 12;

  @TempDir Path directory;
  private LocalHost host;

  @BeforeEach
  void serve() throws IOException {
    Path site = directory.resolve("site");
    assertThat(
            Main.run(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of(),
                Path.of(""),
                "generate",
                "-r",
                "../examples/shop/wellknown.yaml",
                "-o",
                site.toString()))
        .isZero();
    host =
        LocalHost.serve(
            site,
            IntStream.range(0, PASSING)
                .mapToObj(i -> HostName.of("h" + i + ".example.com"))
                .toArray(HostName[]::new));
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void readmeShowsALiveCheckWithoutInternet() throws Exception {
    String readme = Files.readString(Path.of("../README.md"));
    List<String> built = blocks(readme, "## In sixty seconds\n[^`]*```sh\n(.*?)```");
    List<String> live = blocks(readme, "<!-- live -->\n```sh\n(.*?)```");
    assertThat(built).hasSize(1);
    assertThat(live).hasSize(1);
    assertThat(built.get(0)).startsWith("mvn -q package -DskipTests && ");
    for (String name : List.of("cli", "examples")) {
      Files.createSymbolicLink(
          directory.resolve(name), Path.of("..", name).toAbsolutePath().normalize());
    }
    sh(built.get(0).replaceFirst("mvn .*? && ", ""), Map.of());
    String out = sh(live.get(0), Map.of("LC_ALL", "C.UTF-8"));
    String shown =
        readme
            .substring(readme.indexOf(live.get(0)))
            .replaceFirst("(?s)^.*?```text\n(.*?)```.*", "$1");
    assertThat(out)
        .contains(shown, "pass  www.shop.example.com", "2 targets: 2 pass, 0 fail, 0 unknown");
    assertThat(directory.resolve("target/shop/.well-known/assetlinks.json")).exists();
  }

  @Test
  void scaleShowsHowToShareAListAndMergeTheResults() throws Exception {
    String page = Files.readString(Path.of("../docs/scale.md"));
    prepareAList();

    String shards = one(page, "completions: ([0-9]+)");
    assertThat(one(page, "name: SHARDS, value: \"([0-9]+)\"")).isEqualTo(shards);
    String script =
        one(page, "(?s) - \\|\n(.*?) +resources:")
            .stripIndent()
            .replace("/hosts/hosts.txt", "hosts.txt");
    for (int index = 0; index < Integer.parseInt(shards); index++) {
      sh(script, Map.of("JOB_COMPLETION_INDEX", Integer.toString(index), "SHARDS", shards));
    }
    sh(blocks(page, "<!-- merge -->\n```sh\n(.*?)```").get(0), Map.of());
    assertThat(targets()).hasSize(PASSING + 2).doesNotHaveDuplicates();

    List<String> lines = blocks(page, "<!-- run -->\n```sh\n(.*?)```");
    assertThat(sh(lines.get(0), Map.of()))
        .isEqualTo("{\"fail\":1,\"pass\":" + PASSING + ",\"unknown\":1}\n");
    assertThat(sh(lines.get(1), Map.of()))
        .startsWith("stranger.example.org serving/certificate-wrong-host");
    assertThat(sh(lines.get(2), Map.of())).contains("error serving/certificate-wrong-host\n");
    assertThat(sh(lines.get(3), Map.of())).isEqualTo("stranger.example.org\n");
    sh(lines.get(4).replace("rest.ndjson\n", "rest.ndjson || test $? -eq 3\n"), Map.of());
    assertThat(Files.readString(directory.resolve("rest.ndjson")))
        .as("what was undecided alone")
        .contains("\"target\":\"silent.example.com\"")
        .hasLineCount(1);
    assertThat(directory.resolve("all.ndjson")).content().hasLineCount(PASSING + 3);
    assertThat(lines).hasSize(5);
  }

  @Test
  void scaleShowsHowACiMatrixDoesIt() throws Exception {
    String page = Files.readString(Path.of("../docs/scale.md"));
    prepareAList();

    String step = one(page, "- run: (wellknown check .*)");
    for (String shard : one(page, "shard: \\[([0-9, ]+)]").split(", ")) {
      sh(step.replace("${{ matrix.shard }}", shard), Map.of());
    }
    sh(one(page, "- run: (cat part.*)"), Map.of());
    assertThat(targets()).hasSize(PASSING + 2).doesNotHaveDuplicates();
    String judged = one(page, "- run: (jq .*)");
    assertThat(sh(judged + " || echo failed", Map.of())).isEqualTo("false\nfailed\n");
    sh("grep -v '\"verdict\":\"fail\"' checked.ndjson > good && mv good checked.ndjson", Map.of());
    assertThat(sh(judged, Map.of())).isEqualTo("true\n");
  }

  /** Hosts that pass, one that fails, one that cannot be asked; and a way to them. */
  private void prepareAList() throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "jq"))),
        "jq is not installed here");
    StringBuilder list = new StringBuilder("# hosts\nstranger.example.org\nsilent.example.com\n");
    IntStream.range(0, PASSING).forEach(i -> list.append("h" + i + ".example.com\n"));
    Files.writeString(directory.resolve("hosts.txt"), list);
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Path command = Files.createDirectories(directory.resolve("bin")).resolve("wellknown");
    Files.writeString(
        command,
        "#!/bin/sh\nexec '"
            + HOME.resolve("bin/wellknown")
            + ("' \"$@\" --retry 0 --cacert '" + host.caFile() + "'")
            + (" --connect-to silent.example.com:443:127.0.0.1:" + closed)
            + (" --connect-to ::127.0.0.1:" + host.port() + "\n"));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> targets() throws IOException {
    return Files.readAllLines(directory.resolve("checked.ndjson")).stream()
        .map(line -> line.replaceFirst(".*?\"target\":\"(.*?)\".*", "$1"))
        .toList();
  }

  private static String one(String page, String pattern) {
    List<String> all = blocks(page, pattern);
    assertThat(all).as(pattern).hasSize(1);
    return all.get(0);
  }

  private static List<String> blocks(String page, String pattern) {
    Matcher matcher =
        Pattern.compile(pattern.contains("```") ? "(?s)" + pattern : pattern).matcher(page);
    return matcher.results().map(each -> each.group(1)).toList();
  }

  /** Runs a script, which has to end well; what it printed. */
  private String sh(String script, Map<String, String> variables) throws Exception {
    Path out = directory.resolve("sh.out");
    Path err = directory.resolve("sh.err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-euc", script)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(variables);
    builder
        .environment()
        .merge("PATH", directory.resolve("bin").toString(), (old, own) -> own + ":" + old);
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(script).isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroyForcibly();
    }
    assertThat(process.exitValue())
        .as("%s%n%s%n%s", script, Files.readString(out), Files.readString(err))
        .isZero();
    return Files.readString(out);
  }
}
