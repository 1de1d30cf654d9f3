package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.registration.HostName;
import dev.wellknown.serve.LocalHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real host on this machine, over TLS. */
class CheckCommandTest {

  private static final Path SHOP = Path.of("../examples/shop/wellknown.yaml");
  private static final String HOST = "shop.example.com";

  @TempDir Path directory;
  private LocalHost host;

  /** What a run left behind. */
  private record Result(int code, String out, String err) {}

  @BeforeEach
  void serveWhatFollowsFromTheRegistration() throws IOException {
    Files.copy(SHOP, directory.resolve("wellknown.yaml"));
    assertThat(run("generate", "-o", "site").code()).isZero();
    host =
        LocalHost.serve(directory.resolve("site"), HostName.of(HOST), HostName.of("www." + HOST));
  }

  @AfterEach
  void close() throws IOException {
    host.close();
  }

  @Test
  void passesAHostThatServesWhatWasRegistered() {
    Result result = check();
    assertThat(result.out())
        .contains("pass  shop.example.com", "pass  www.shop.example.com", "google-api + pass")
        .contains("under the condition: connect-to ");
    assertThat(result.code()).isZero();
  }

  @Test
  void tellsWhatALiveFileLacks() throws IOException {
    edit("K7M2Q9XR4T.com.cornershop.app", "K7M2Q9XR4T.com.cornershop.other");
    Result result = check(HOST, "-r", "wellknown.yaml");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("[agreement/app-missing]", "apple-cdn x fail");
    Result before = check(HOST, "-r", "wellknown.yaml", "--when", "before-deploy");
    assertThat(before.code()).isZero();
    assertThat(before.out()).contains("note", "[agreement/app-missing]", "apple-cdn + pass");
  }

  @Test
  void findsInIncludedListsWhatTheFileItselfLacks() throws IOException {
    Path list = directory.resolve("site/.well-known/assetlinks.json");
    Path included = directory.resolve("site/.well-known/apps.json");
    Files.move(list, included);
    Files.writeString(
        list, "[{\"include\": \"https://www.shop.example.com/.well-known/apps.json\"}]");
    Result result = check(HOST, "-r", "wellknown.yaml", "--only", "android");
    assertThat(result.out())
        .contains("an included list has it", "google-api + pass", "android-12 + pass")
        .contains("chrome x fail");
    assertThat(result.code()).isZero();

    Files.writeString(included, "[]");
    Result nowhere = check(HOST, "-r", "wellknown.yaml", "--only", "android");
    assertThat(nowhere.out()).contains("nor in a list that it includes", "google-api x fail");
    assertThat(nowhere.code()).isEqualTo(1);

    Files.delete(list);
    Files.writeString(list, "[{\"include\": \"https://www.shop.example.com:1/apps.json\"}]");
    Result unseen = check(HOST, "-r", "wellknown.yaml", "--only", "android");
    assertThat(unseen.out()).contains("was not examined", "google-api ? unknown");
    assertThat(unseen.code()).isEqualTo(3);
  }

  @Test
  void tellsWhatIsWrongWithARegistrationAndAsksNobody() throws IOException {
    Path registration = directory.resolve("wellknown.yaml");
    Files.writeString(
        registration, Files.readString(registration).replace("K7M2Q9XR4T", "k7m2q9xr4t"));
    Result result = check("--report", "junit=report.xml", "--fail-on", "error");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("wellknown.yaml:", "[registration/malformed-team-id]");
    assertThat(result.err()).contains("no host was asked");
    assertThat(directory.resolve("report.xml")).content().contains("malformed-team-id");
    assertThat(check("--fail-on", "never").code()).isEqualTo(3);
  }

  @Test
  void triesTheRegistrationsExpectationsAndTheAppsOwnSide() throws IOException {
    Path registration = directory.resolve("wellknown.yaml");
    String text = Files.readString(registration);
    assertThat(text).contains("/orders/42", "package: com.cornershop.app\n");
    Files.writeString(
        registration,
        text.replace("/orders/42", "/nowhere")
            .replace(
                "package: com.cornershop.app\n",
                "package: com.cornershop.app\n      manifest: absent.xml\n"));
    Result result = check(HOST, "-r", "wellknown.yaml");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("[link/not-opened]", "[link/unreadable-app-file]", "apple-cdn x fail");
    // What this deploy replaces is a note; the app's own side stays as it is.
    Result before = check(HOST, "-r", "wellknown.yaml", "--when", "before-deploy");
    assertThat(before.out()).contains("apple-cdn + pass");
    assertThat(before.code()).isEqualTo(1);
  }

  @Test
  void judgesTheFileThatIsServed() throws IOException {
    edit("\"apps\"", "\"aps\"");
    Result result = check(HOST);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("https://shop.example.com/.well-known/apple-app-site");
  }

  @Test
  void takesAHostForOnePlatformAsThat() throws IOException {
    Files.delete(directory.resolve("site/.well-known/assetlinks.json"));
    Result alone = check(HOST);
    assertThat(alone.code()).isZero();
    assertThat(alone.out()).contains("[serving/not-found]").doesNotContain("google-api");
    assertThat(check(HOST, "--only", "android").code()).isEqualTo(1);
    assertThat(check(HOST, "-r", "wellknown.yaml").code()).isEqualTo(1);
    assertThat(check(HOST, "-r", "wellknown.yaml", "--when=before-deploy").code()).isZero();
  }

  @Test
  void neverPassesWhatItCouldNotAsk() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    Result result = run("check", HOST, "--connect-to", "::127.0.0.1:" + closed, "--retry", "0");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("unknown  shop.example.com", "[serving/connection-refused]");
  }

  @Test
  void trustsNoAuthorityThatNobodyNamed() {
    Result result =
        run("check", HOST, "--connect-to", "::127.0.0.1:" + host.port(), "--retry", "0");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("[serving/certificate-chain-incomplete]");
  }

  @Test
  void asksNoPrivateAddressOfAListedHost() throws IOException {
    Files.writeString(directory.resolve("hosts.txt"), "localhost.localdomain\n");
    Result result = run("check", "--hosts-from", "hosts.txt", "--max-time", "2", "--retry", "0");
    assertThat(result.code()).isIn(1, 3);
    assertThat(result.out()).doesNotContain("pass  localhost");
  }

  @Test
  void streamsListsAndResumesThem() throws IOException {
    Files.writeString(
        directory.resolve("hosts.txt"),
        "\uFEFFshop.example.com\r\n\r\n# a comment\r\nSHOP.example.com.\r\nwww.shop.example.com\r\n");
    Result all = check("--hosts-from", "hosts.txt", "--format", "ndjson");
    assertThat(all.code()).isZero();
    assertThat(all.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"format\":\"wellknown-target/1\",\"target\":\""));
    String first = all.out().lines().findFirst().orElseThrow();
    Files.writeString(directory.resolve("earlier.ndjson"), first + "\n{\"cut\":");
    Result rest =
        check("--hosts-from", "hosts.txt", "--format=ndjson", "--resume", "earlier.ndjson");
    assertThat(rest.out().lines()).hasSize(1);
    assertThat(rest.out()).isNotEqualTo(first + "\n");
  }

  @Test
  void splitsAListIntoTheSameShardsEverywhere() throws IOException {
    Files.writeString(directory.resolve("hosts.txt"), HOST + "\nwww." + HOST + "\n");
    List<String> seen = new ArrayList<>();
    for (String shard : List.of("1/3", "2/3", "3/3")) {
      Result part = check("--hosts-from", "hosts.txt", "--format=ndjson", "--shard", shard);
      assertThat(part.code()).isZero();
      part.out()
          .lines()
          .map(line -> line.replaceAll(".*\"target\":\"|\".*", ""))
          .forEach(seen::add);
    }
    assertThat(seen).hasSize(2);
  }

  @Test
  void refusesWhatItCannotAsk() throws IOException {
    assertThat(run("check", "https://shop.example.com/").err())
        .contains("is no host name", "--help");
    Files.writeString(directory.resolve("hosts.txt"), "-x\n@file\n10.0.0.1\n");
    Result list = run("check", "--hosts-from", "hosts.txt");
    assertThat(list.code()).isEqualTo(2);
    assertThat(list.err()).contains("line 1: \"-x\"", "line 2: \"@file\"", "line 3: \"10.0.0.1\"");
    assertThat(run("check", HOST, "--shard", "4/3").err()).contains("K from 1 to N");
    assertThat(run("check", HOST, "--max-time", "soon").err()).contains("write seconds");
    assertThat(run("check", HOST, "--connect-to", "nonsense").err()).contains("--connect-to");
    assertThat(run("check", HOST, "--cacert", "absent.pem").err()).contains("does not exist");
    assertThat(run("check", HOST, "--only", "iphone").err()).contains("android, apple");
  }

  private void edit(String from, String to) throws IOException {
    Path file = directory.resolve("site/.well-known/apple-app-site-association");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private Result check(String... args) {
    List<String> words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(args));
    words.addAll(List.of("--cacert", host.caFile().toString()));
    words.addAll(List.of("--connect-to", "::127.0.0.1:" + host.port()));
    return run(words.toArray(String[]::new));
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
