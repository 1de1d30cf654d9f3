package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks hosts on loopback, over real TLS. */
class StatementsCommandTest {

  private static final String LINKS = "delegate_permission/common.handle_all_urls";
  private static final String PRINT =
      "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";
  private static final String APP = "org.example.app@" + PRINT;
  private static final String STATEMENT =
      "{'relation':['"
          + LINKS
          + "'],'target':{'namespace':'android_app','package_name':'org.example.app',"
          + "'sha256_cert_fingerprints':['"
          + PRINT
          + "']}}";
  private static final String WEB =
      "{'relation':['delegate_permission/common.get_login_creds'],"
          + "'target':{'namespace':'web','site':'HTTPS://T.example.'}}";
  private static final String LIST = "/.well-known/assetlinks.json";

  @TempDir static Path directory;

  private static LocalSite web;

  private record Result(int code, String out, String err) {}

  @BeforeAll
  static void start() throws Exception {
    web =
        new LocalSite(
            directory,
            "site.example",
            "other.example",
            "includer.example",
            "moved.example",
            "busy.example",
            "typed.example",
            "absent.example",
            "127.0.0.1");
    web.serve("https://site.example" + LIST, "[" + STATEMENT + "," + WEB + ",{}]");
    web.serve(
        "https://includer.example" + LIST, "[{'include':'https://other.example/deep/list.json'}]");
    web.serve("https://other.example/deep/list.json", "[" + STATEMENT + "]");
    web.answer(
        "https://moved.example" + LIST, 302, Map.of("Location", "https://site.example" + LIST), "");
    web.answer("https://busy.example" + LIST, 503, Map.of(), "");
    web.answer(
        "https://typed.example" + LIST, 200, Map.of("Content-Type", "text/html"), "[" + STATEMENT);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void listsWhatASiteStates() {
    Result result = run("https://site.example");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("under the condition: connect-to :443:127.0.0.1:" + web.port())
        .contains("under the condition: cacert " + web.authority())
        .contains("2 statements  https://site.example  any relation\n")
        .contains("  states  " + LINKS + "  " + APP + "\n")
        .contains("  states  delegate_permission/common.get_login_creds  https://t.example\n")
        .contains("  MALFORMED_CONTENT  https://site.example" + LIST + ":1:");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void printsTheAnswerAsTheSchemaHasIt() {
    Result result =
        run("--format", "json", "HTTPS://SITE.EXAMPLE:443", "--relation", LINKS, "--target", APP);
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith(
            """
            {
              "format": "wellknown-statements/1",
              "source": "https://site.example",
              "statements": [
                {
                  "relation": "delegate_permission/common.handle_all_urls",
                  "target": {
                    "androidApp": {
                      "packageName": "org.example.app",
                      "sha256CertFingerprint": "%s"
                    }
                  }
                }
              ],
              "linked": true,
              "errorCodes": [
                "MALFORMED_CONTENT"
              ],
              "conditions": [
            """
                .formatted(PRINT));
    assertValid(result.out());
    Result all = run("https://site.example", "--format=json");
    assertThat(all.out())
        .contains("\"web\": {\n          \"site\": \"https://t.example\"")
        .contains("\"linked\": null");
    assertValid(all.out());
  }

  @ParameterizedTest
  @CsvSource({
    "https://site.example, 0, linked",
    "https://includer.example, 0, linked",
    "https://other.example, 1, FETCH_ERROR",
    "https://moved.example, 1, REDIRECT",
    "https://typed.example, 1, WRONG_CONTENT_TYPE",
    "https://busy.example, 3, FETCH_ERROR",
    "https://unnamed.example, 1, FAILED_SSL_VALIDATION",
  })
  void saysWhetherAnAppIsLinked(String site, int code, String word) {
    Result result = run(site, "--relation", LINKS, "--target", APP, "--retry", "0");
    assertThat(result.out()).contains(word);
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void saysNotLinkedOfAnotherTarget() {
    Result result =
        run(
            "https://site.example",
            "--relation",
            "delegate_permission/common.get_login_creds",
            "--target",
            "https://www.t.example");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("not linked  https://site.example to https://www.t.example  delegate_permission");
  }

  @Test
  void doesNotTrustTheSiteWithoutItsAuthority() {
    Result result =
        bare("https://site.example", "--connect-to", web.mapping("site.example"), "--format=json");
    assertThat(result.out()).contains("\"FAILED_SSL_VALIDATION\"");
    assertValid(result.out());
  }

  @Test
  void asksAPrivateSiteThatIsNamedButNoPrivateInclude() {
    String site = "https://127.0.0.1:" + web.port();
    web.serve(
        site + LIST,
        "[{'include':'https://localhost:" + web.port() + "/private'}," + STATEMENT + "]");
    Result result = bare(site, "--cacert", web.authority(), "--retry", "0");
    assertThat(result.out())
        .contains("1 statement  " + site)
        .contains("FETCH_ERROR  https://localhost:" + web.port() + "/private\n    address refused");
    assertThat(result.code()).isZero();
    assertThat(web.asked()).noneMatch(url -> url.contains("private"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://site.example/, 'write \"https://site.example\"'",
    "https://site.example/x, 'a path'",
    "https://site.example:99999, port",
    "http://site.example, 'only https'",
    "site.example, 'has not the form'",
  })
  void refusesWhatIsNoSiteBeforeAskingAnybody(String site, String word) {
    int before = web.asked().size();
    Result result = run(site);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).containsIgnoringCase(word);
    assertThat(result.out()).isEmpty();
    assertThat(web.asked()).hasSize(before);
    Result json = run(site, "--format", "json");
    assertThat(json.code()).isEqualTo(2);
    assertThat(json.out()).contains("\"INVALID_QUERY\"");
    assertValid(json.out());
  }

  @Test
  void refusesQuestionsThatTheServiceRefuses() {
    assertThat(run("https://site.example", "--target", APP).err())
        .contains("--target needs --relation", LINKS);
    assertThat(run("https://site.example", "--relation", "delegate_permission/*").code())
        .isEqualTo(2);
    String lower = "org.example.app@" + PRINT.toLowerCase(java.util.Locale.ROOT);
    Result result = run("https://site.example", "--relation", LINKS, "--target", lower);
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains(PRINT);
    assertThat(run().code()).isEqualTo(2);
    assertThat(run("https://site.example", "https://other.example").code()).isEqualTo(2);
  }

  private static void assertValid(String json) {
    Document document = Document.json(json.getBytes(StandardCharsets.UTF_8), "answer.json");
    assertThat(Schema.named("report").violations(document.value().orElseThrow())).isEmpty();
  }

  /** All hosts are mapped, and the authority is trusted. */
  private static Result run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--connect-to", web.mapping(""), "--cacert", web.authority()));
    return bare(all.toArray(String[]::new));
  }

  private static Result bare(String... args) {
    List<String> all = new ArrayList<>(List.of("statements"));
    all.addAll(List.of(args));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            ByteArrayInputStream.nullInputStream(),
            out,
            err,
            Map.of(),
            directory,
            all.toArray(String[]::new));
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
