package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which hosts of a list are asked, as their server saw it. */
class HostListsTest {

  private static final String A = "a.example.com";
  private static final String B = "b.example.com";
  private static final String LINKS = "/.well-known/assetlinks.json";

  @TempDir Path directory;
  private LocalSite site;

  @BeforeEach
  void serve() throws Exception {
    site = new LocalSite(directory, A, B);
    for (String host : List.of(A, B)) {
      site.serve("https://" + host + LINKS, "[]");
    }
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void asksAHostOnceHoweverOftenItIsNamed() throws IOException {
    list(A, "A.EXAMPLE.com.", B, "# " + A, A, B);
    List<String> lines = check(A, "A.example.COM", "--hosts-from", "hosts.txt");
    assertThat(lines).hasSize(2);
    assertThat(asked()).containsExactlyInAnyOrder("https://" + A + LINKS, "https://" + B + LINKS);
  }

  @Test
  void asksNoHostThatWasDecidedBefore() throws IOException {
    list(A, B);
    List<String> first = check("--hosts-from", "hosts.txt");
    Files.write(
        directory.resolve("earlier.ndjson"), first.stream().filter(l -> l.contains(A)).toList());
    site.asked().clear();
    assertThat(check(A, "--hosts-from", "hosts.txt", "--resume", "earlier.ndjson")).hasSize(1);
    assertThat(asked()).containsExactly("https://" + B + LINKS);

    // One that is unknown by the last that was said of it was not decided.
    Files.write(
        directory.resolve("earlier.ndjson"),
        List.of("{\"target\":\"" + A + "\",\"verdict\":\"unknown\"}"),
        StandardOpenOption.APPEND);
    assertThat(check("--hosts-from", "hosts.txt", "--resume", "earlier.ndjson")).hasSize(2);
  }

  @Test
  void sharesNamedHostsAndThoseOfAListAlike() throws IOException {
    list(B);
    int all = 0;
    for (String shard : List.of("1/2", "2/2")) {
      all += check(A, "--hosts-from", "hosts.txt", "--shard", shard).size();
    }
    assertThat(all).isEqualTo(2);
    assertThat(asked()).doesNotHaveDuplicates().hasSize(2);
  }

  private void list(String... lines) throws IOException {
    Files.write(directory.resolve("hosts.txt"), List.of(lines));
  }

  private List<String> asked() {
    return site.asked().stream().filter(url -> url.endsWith(LINKS)).toList();
  }

  /** The lines that a check prints. */
  private List<String> check(String... args) {
    List<String> words =
        new ArrayList<>(List.of("check", "--format", "ndjson", "--only", "android"));
    words.addAll(List.of("--fail-on", "never", "--cacert", site.authority()));
    words.addAll(List.of("--connect-to", "::127.0.0.1:" + site.port()));
    words.addAll(List.of(args));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(),
            out,
            err,
            Map.of(),
            directory,
            words.toArray(String[]::new));
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(code).as(said).isZero();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
