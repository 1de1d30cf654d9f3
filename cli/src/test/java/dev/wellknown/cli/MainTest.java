package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final Path SHOP = Path.of("../examples/shop/wellknown.yaml");
  private static final Path HUB = Path.of("../examples/insights-hub/wellknown.yaml");

  private static final Pattern CA = Pattern.compile("(?m)^CA +(.*)$");

  @TempDir Path directory;

  /** What a run left behind. */
  private record Result(int code, String out, String err) {}

  @BeforeEach
  void putARegistrationHere() throws IOException {
    Files.copy(SHOP, directory.resolve("wellknown.yaml"));
  }

  @Test
  void generatesWhatItThenFindsGood() throws IOException {
    Result generated = run("generate");
    assertThat(generated.code()).isZero();
    assertThat(generated.out())
        .contains("written  .well-known/assetlinks.json")
        .contains("written  .well-known/apple-app-site-association");
    assertThat(generated.err()).isEmpty();
    assertThat(run("generate").out()).contains("unchanged").doesNotContain("written");
    Result validated = run("validate", ".");
    assertThat(validated.code()).isZero();
    assertThat(validated.out()).contains("pass  .").contains("google-api + pass");
  }

  @Test
  void writesNothingWhereTheRegistrationHasAnError() throws IOException {
    edit("wellknown.yaml", "teamId: K7M2Q9XR4T", "teamId: k7m2q9xr4t");
    Result result = run("generate");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("wellknown.yaml:8:", "registration/malformed-team-id", "nothing written");
    assertThat(directory.resolve(".well-known")).doesNotExist();
  }

  @Test
  void checksWithoutWriting() throws IOException {
    run("generate");
    assertThat(run("generate", "--check").code()).isZero();
    edit("wellknown.yaml", "- /orders/*", "- /baskets/*");
    Result check = run("generate", "--check");
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .contains("differs  .well-known/apple-app-site-association")
        .contains("  -            \"/\": \"/orders/*\"")
        .contains("  +            \"/\": \"/baskets/*\"")
        .contains("next: the same command without --check");
    assertThat(directory.resolve(".well-known/apple-app-site-association"))
        .content()
        .contains("/orders/*");
  }

  @Test
  void printsOneFileAndNothingElse() {
    Result result = run("generate", "--print", "assetlinks", "--compact");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("[{\"relation\":[").endsWith("}]");
    assertThat(directory.resolve(".well-known")).doesNotExist();
    assertThat(run("generate", "--print", "aasa", "--format", "json").code()).isEqualTo(2);
    assertThat(run("generate", "--print", "plist").err()).contains("assetlinks, aasa");
  }

  @Test
  void namesAFileThatIsLeftFromBefore() throws IOException {
    run("generate");
    edit("wellknown.yaml", "ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}\n    ", "");
    Result result = run("generate");
    assertThat(result.out()).contains("left alone  .well-known/apple-app-site-association");
    assertThat(directory.resolve(".well-known/apple-app-site-association")).exists();
  }

  @Test
  void writesJsonForPrograms() {
    Result result = run("generate", "--format", "json");
    assertThat(result.out()).startsWith("{\n  \"format\": \"wellknown-generate/1\"");
    Result validated = run(Map.of("WELLKNOWN_FORMAT", "json"), "", "validate", ".");
    assertThat(validated.out()).startsWith("{\n  \"format\": \"wellknown-report/1\"");
  }

  @Test
  void validatesTheRegistrationHereWithoutAPath() throws IOException {
    assertThat(run("validate").out()).contains("pass  wellknown.yaml");
    Files.delete(directory.resolve("wellknown.yaml"));
    Result absent = run("validate");
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("there is no wellknown.yaml here", "-r FILE");
  }

  @Test
  void readsStandardInputOfANamedKind() {
    Result result = run(Map.of(), "[]]", "validate", "--kind", "assetlinks", "-");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("-:1:3", "json/trailing-text");
  }

  @Test
  void failsFromTheSeverityThatIsAsked() throws IOException {
    Files.writeString(
        directory.resolve("assetlinks.json"),
        "[{\"relation\":[\"a/b\"],\"relation\":[\"a/b\"],\"target\":{\"namespace\":\"web\","
            + "\"site\":\"https://example.com\"}}]");
    assertThat(run("validate", "assetlinks.json").code()).isZero();
    assertThat(run("validate", "assetlinks.json", "--fail-on", "warning").code()).isEqualTo(1);
    assertThat(
            run(
                    "validate",
                    "assetlinks.json",
                    "--fail-on=warning",
                    "--ignore",
                    "json/duplicate-member",
                    "--ignore",
                    "assetlinks/no-link-relation")
                .code())
        .isZero();
  }

  @Test
  void saysErrorsAloneWhenAskedToBeQuiet() {
    assertThat(run("validate", "-q").out()).isEmpty();
    assertThat(run("generate", "-q").out()).isEmpty();
    assertThat(run(Map.of(), "{", "validate", "-q", "--kind", "aasa", "-").out())
        .contains("json/not-json");
  }

  @Test
  void tellsMoreWhenAsked() {
    Result result = run(Map.of(), "[]]", "validate", "-v", "--kind", "assetlinks", "-");
    assertThat(result.out()).contains("evidence: documented").contains("seen: ");
  }

  @Test
  void explainsRules() {
    assertThat(run("rules").out()).contains("json/not-json ").contains("registration/no-links ");
    assertThat(run("rules", "json/not-json").out()).startsWith("# json/not-json\n");
    assertThat(run("rules", "--format", "json").out())
        .startsWith("{\n  \"format\": \"wellknown-rules/1\"");
    Result group = run("rules", "link");
    assertThat(group.code()).isZero();
    assertThat(group.out()).contains("link/behind-redirect ").doesNotContain("json/not-json");
    assertThat(run("rules", "link/", "--format=json").out())
        .contains("\"link/behind-redirect\"")
        .doesNotContain("json/not-json");
    assertThat(run("rules", "lin").code()).isEqualTo(2);
    assertThat(run("rules", "").code()).isEqualTo(2);
    Result misspelt = run("rules", "json/not-jsn");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err()).contains("did you mean json/not-json?");
  }

  @Test
  void drawsAPageOnATerminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(),
            out,
            OutputStream.nullOutputStream(),
            Map.of("LANG", "en_US.UTF-8"),
            directory,
            new Terminal(true, 80, false, false),
            "rules",
            "json/not-json");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("\u001b[1mjson/not-json\u001b[0m\n")
        .doesNotContain("```");
  }

  @Test
  void coloursOnlyWhereItIsWanted() {
    List<String> runs = List.of("--color=never", "--color=auto");
    runs.forEach(color -> assertThat(run("validate", color).out()).doesNotContain("\u001b"));
    assertThat(run("validate", "--color", "always").out()).contains("\u001b[32m");
    assertThat(run(Map.of("WELLKNOWN_COLOR", "always"), "", "validate").out()).contains("\u001b[");
    assertThat(run(Map.of("WELLKNOWN_COLOR", "never"), "", "validate", "--color=always").out())
        .contains("\u001b[");
  }

  @Test
  void takesItsOptionsBeforeTheCommandToo() {
    assertThat(run("-q", "validate").out()).isEmpty();
    assertThat(run("--color", "always", "validate").out()).contains("\u001b[");
    assertThat(run("--color", "always", "validate", "--color", "never").out())
        .doesNotContain("\u001b");
  }

  @Test
  void tellsQuietlyWhatFails() throws IOException {
    Files.writeString(directory.resolve("assetlinks.json"), "[]");
    Result result = run("validate", "-q", "--fail-on", "warning", "assetlinks.json");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("assetlinks/empty-list");
  }

  @Test
  void endsWithThreeWhateverBreaks() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new NoClassDefFoundError("gone");
          }
        };
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(),
            broken,
            OutputStream.nullOutputStream(),
            Map.of(),
            directory,
            "validate");
    assertThat(code).isEqualTo(3);
  }

  @Test
  void drawsSymbolsOnlyWhereTheLocaleHasThem() {
    assertThat(run(Map.of("LANG", "C.UTF-8"), "", "validate").out()).startsWith("✓ pass");
    assertThat(run(Map.of("LANG", "C.UTF-8", "LC_ALL", "C"), "", "validate").out())
        .startsWith("+ pass");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completesEveryCommandAndOption(String shell) {
    Result result = run("completion", shell);
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("generate", "validate", "rules", "--fail-on", "--compact");
  }

  @Test
  void refusesWhatItDoesNotKnowWithTheNearWord() {
    assertThat(run("validat").err()).contains("did you mean validate").contains("--help");
    assertThat(run("validate", "--formt", "json").err()).contains("did you mean --format?");
    assertThat(run("validate", "--fail-on", "warnings").err()).contains("did you mean warning?");
    assertThat(run("validate", "--ignore", "json/notjson").err())
        .contains("did you mean json/not-json?");
    assertThat(run("validate", "--kind", "asset-links").err()).contains("assetlinks, aasa");
    assertThat(run("completion", "fish").err()).contains("bash and zsh");
    assertThat(run("generate", "extra").code()).isEqualTo(2);
    assertThat(run("validate", "").err()).contains("is empty");
    assertThat(run("generate", "-o", "").err()).contains("--output is empty");
    assertThat(run().code()).isEqualTo(2);
  }

  @Test
  void takesArgumentsAsDataAndShowsThemEscaped() throws IOException {
    Files.writeString(directory.resolve("args"), "--version");
    Result result = run("validate", "@args", "${sys:user.home}", "\u001b[2J");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("@args does not exist", "${sys:user.home} does not exist", "\\u{1b}[2J");
    assertThat(result.err()).doesNotContain("\u001b");
  }

  @Test
  void examinesTheRestWhereOneInputIsMissing() {
    run("generate");
    Result result = run("validate", "absent.json", ".");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("absent.json does not exist");
    assertThat(result.out()).contains("pass  .");
  }

  @Test
  void saysSoWhereTheOutputCannotBeWritten() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(), full, err, Map.of(), directory, "validate");
    assertThat(code).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("No space left");
  }

  @Test
  void leavesEverythingWhereTheWebRootCannotBeMade() throws IOException {
    Files.writeString(directory.resolve("site"), "a file");
    Result result = run("generate", "-o", "site");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("site");
    assertThat(directory.resolve("site")).hasContent("a file");
  }

  @Test
  void derivesHostsAndLinksOfInsightsHub() throws IOException {
    Files.copy(HUB, directory.resolve("hub.yaml"));
    assertThat(run("generate", "-r", "hub.yaml", "--print", "aasa").out())
        .isEqualTo(
            "{\"applinks\":{\"details\":[{\"appIDs\":[\"K7M2Q9XR4T.com.machinemonitor.mobile\"],"
                + "\"components\":[{\"/\":\"/login\"}]}]}}");
  }

  @Test
  void printsTheVersionAndTheHelpOfEveryCommand() {
    assertThat(run("--version").out()).matches("wellknown \\d+\\.\\d+\\.\\d+.*\n");
    assertThat(run("--help").out()).contains("generate", "validate", "rules", "completion");
    for (String command :
        List.of(
            "generate",
            "validate",
            "check",
            "diagnose",
            "match",
            "redirects",
            "signin",
            "statements",
            "rules",
            "hosting",
            "serve",
            "completion")) {
      Result help = run(command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).contains("Usage: wellknown " + command);
      assertThat(help.err()).isEmpty();
    }
  }

  @Test
  void printsTheConfigurationOfAServerForTheHostsOfTheRegistration() throws IOException {
    Result result = run("hosting", "nginx", "--root", "/srv/www");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(
            "==> snippets/wellknown.conf <==",
            "server_name shop.example.com www.shop.example.com;",
            "root \"/srv/www\";");
    assertThat(result.err()).isEmpty();
    assertThat(run("hosting", "caddy", "--host", "Other.Example.com").out())
        .contains("https://other.example.com {")
        .doesNotContain("shop.example.com", "==>");
    assertThat(run("hosting", "s3-cloudfront", "--format", "json").out())
        .startsWith("{\n  \"format\": \"wellknown-hosting/1\",\n  \"server\": \"s3-cloudfront\"");
    Files.delete(directory.resolve("wellknown.yaml"));
    assertThat(run("hosting", "nginx").err()).contains("--host HOST", "-r FILE");
  }

  @Test
  void knowsServersByTheirNames() {
    Result misspelt = run("hosting", "ngnix");
    assertThat(misspelt.code()).isEqualTo(2);
    assertThat(misspelt.err())
        .contains("did you mean nginx?", "caddy, spring-boot, tomcat, s3-cloudfront");
    assertThat(run("hosting").code()).isEqualTo(2);
    assertThat(run("hosting", "nginx", "apache").code()).isEqualTo(2);
    assertThat(run("hosting", "nginx", "--root", "/a\";}").code()).isEqualTo(2);
  }

  @Test
  void saysWhyARegistrationNamesNoHosts() throws IOException {
    edit("wellknown.yaml", "hosts: [shop.example.com,", "hosts: [shop_example,");
    for (List<String> command : List.of(List.of("hosting", "nginx"), List.of("serve", "."))) {
      Result result = run(command.toArray(String[]::new));
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("wellknown.yaml:4:", "registration/malformed-host");
    }
  }

  @Test
  void servesUntilItIsInterrupted() throws Exception {
    run("generate", "-o", "site");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AtomicInteger code = new AtomicInteger(-1);
    Thread serving =
        new Thread(
            () ->
                code.set(
                    Main.run(
                        ByteArrayInputStream.nullInputStream(),
                        out,
                        OutputStream.nullOutputStream(),
                        Map.of(),
                        directory,
                        "serve",
                        "site")));
    serving.start();
    Matcher told = CA.matcher("");
    for (int i = 0; i < 600 && serving.isAlive() && !told.find(); i++) {
      Thread.sleep(50);
      told = CA.matcher(out.toString(StandardCharsets.UTF_8));
    }
    Path ca = Path.of(told.group(1));
    assertThat(ca).exists();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "as       shop.example.com, www.shop.example.com\n",
            "https://shop.example.com/.well-known/assetlinks.json\n");
    serving.interrupt();
    serving.join(10_000);
    assertThat(code).hasValue(130);
    assertThat(ca).doesNotExist();
  }

  @Test
  void servesOnlyWhatCanBeServed() throws IOException {
    assertThat(run("serve", "absent").err()).contains("absent does not exist");
    assertThat(run("serve", "wellknown.yaml").err()).contains("wellknown.yaml is no directory");
    assertThat(run("serve", ".", "--port", "65536").err()).contains("from 0 to 65535");
    assertThat(run("serve", ".", "--host", "https://shop.example.com").err())
        .contains("is no host name; write it without scheme");
    assertThat(run("serve").code()).isEqualTo(2);
    assertThat(run("serve", ".", ".").code()).isEqualTo(2);
    Files.delete(directory.resolve("wellknown.yaml"));
    Result nameless = run("serve", ".");
    assertThat(nameless.code()).isEqualTo(2);
    assertThat(nameless.err()).contains("--host HOST", "-r FILE");
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = directory.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private Result run(String... args) {
    return run(Map.of(), "", args);
  }

  private Result run(Map<String, String> env, String in, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            env,
            directory,
            args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
