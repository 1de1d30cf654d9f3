package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stand-ins of the platforms' services and of Insights Hub on loopback, over real TLS. */
class CheckCopiesTest {

  private static final String HOST = "shop.example.com";
  private static final String CDN = "app-site-association.cdn-apple.com";
  private static final String API = "digitalassetlinks.googleapis.com";
  private static final String GATEWAY = "demo-mmna-demo.eu1.mindsphere.io";
  private static final String PRIVATE = "demo-mmna-demo.eu1.example.com";
  private static final String FILES = "files.example.com";
  private static final String LIST = "/.well-known/assetlinks.json";
  private static final String AASA = "/.well-known/apple-app-site-association";
  private static final String COPY = "https://" + CDN + "/a/v1/" + HOST;
  private static final String STATEMENTS = "https://" + API + "/v1/statements:list";
  private static final String PRINT =
      "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";
  private static final String LINKS = "delegate_permission/common.handle_all_urls";
  private static final String ANDROID =
      "[{'relation':['"
          + LINKS
          + "'],'target':{'namespace':'android_app','package_name':'org.acme.shop',"
          + "'sha256_cert_fingerprints':['"
          + PRINT
          + "']}}]";
  private static final String APPLE = apple("/login");
  private static final String ANSWER =
      "{'statements':[{'source':{'web':{'site':'https://shop.example.com.'}},'relation':'"
          + LINKS
          + "','target':{'androidApp':{'packageName':'org.acme.shop','certificate':"
          + "{'sha256Fingerprint':'"
          + PRINT
          + "'}}}}],'maxAge':'3600.5s','debugString':'* ERRORS *'}";

  @TempDir static Path directory;

  private static LocalSite web;

  private record Result(int code, String out, String err) {}

  private static String apple(String path) {
    return "{'applinks':{'details':[{'appIDs':['A1B2C3D4E5.org.acme.shop'],'components':[{'/':'"
        + path
        + "'}]}]}}";
  }

  @BeforeAll
  static void start() throws Exception {
    web = new LocalSite(directory, HOST, CDN, API, GATEWAY, FILES, PRIVATE);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @BeforeEach
  void serveEverythingRight() throws IOException {
    web.serve("https://" + HOST + LIST, ANDROID);
    web.serve("https://" + HOST + AASA, APPLE);
    web.serve(COPY, APPLE);
    web.serve(STATEMENTS, ANSWER);
    web.serve("https://" + GATEWAY + LIST, ANDROID);
    web.serve("https://" + GATEWAY + AASA, APPLE);
    web.serve("https://" + FILES + "/a.json", ANDROID);
    web.serve("https://" + FILES + "/i", APPLE);
    Files.writeString(
        directory.resolve("hub.yaml"),
        """
        format: wellknown/1
        name: Machine monitor
        insightsHub:
          providerTenant: demo
          internalName: mmna
          sources:
            android: https://files.example.com/a.json
            ios: "https://files.example.com/i?sig=hunter2"
        apps:
          - ios: {teamId: A1B2C3D4E5, bundleId: org.acme.shop}
            android:
              package: org.acme.shop
              certificates: [{sha256: "%s", kind: play-signing}]
        """
            .formatted(PRINT));
  }

  @Test
  void asksNobodyElseUnlessTold() {
    int before = web.asked().size();
    assertThat(check().code()).isZero();
    assertThat(web.asked().subList(before, web.asked().size()))
        .allMatch(url -> url.startsWith("https://" + HOST + "/"));
  }

  @Test
  void passesWhereTheCopiesSayTheSame() {
    web.serve(COPY, "{'webcredentials':{'apps':[]}, " + APPLE.substring(1));
    Result result = check("--ask", "apple-cdn,google-api", "--format", "json");
    assertThat(web.asked())
        .contains(
            COPY,
            STATEMENTS + "?source.web.site=https://shop.example.com&returnRelationExtensions=true");
    assertThat(result.out())
        .contains("\"url\": \"" + COPY + "\"", "\"url\": \"" + STATEMENTS + "?source.web")
        .contains("\"apple-cdn\": \"pass\"", "\"google-api\": \"pass\"");
    assertThat(result.code()).isZero();
    Document document = Document.json(result.out().getBytes(StandardCharsets.UTF_8), "report.json");
    assertThat(Schema.named("report").violations(document.value().orElseThrow())).isEmpty();
  }

  @Test
  void warnsOfAnOlderCopyOfApple() {
    answer(COPY, 200, Map.of("Cache-Control", "max-age=21600", "Age", "7200"), apple("/old"));
    Result result = check("--ask", "apple-cdn");
    assertThat(result.out())
        .contains("[agreement/apple-copy-differs]", "opens other links in app")
        .contains("2 hours old and stays for 4 hours at least", "apple-cdn + pass");
    assertThat(result.code()).isZero();
    assertThat(check("--ask", "apple-cdn", "--fail-on", "warning").code()).isEqualTo(1);
    assertThat(check("--ask=apple-cdn", "--fail-on=warning", "--when=before-deploy").code())
        .isZero();
  }

  @Test
  void saysWhyApplesCrawlerWasRefused() {
    answer(
        COPY,
        404,
        Map.of(
            "Apple-Failure-Reason", "SWCERR00101 Bad HTTP Response: 403 Forbidden",
            "Apple-Failure-Details", "{'status':'403 Forbidden'}".replace('\'', '"'),
            "Cache-Control", "max-age=3600",
            "Age", "1200"),
        "Not Found");
    Result result = check("--ask", "apple-cdn");
    assertThat(result.out())
        .contains("[serving/apple-copy-failed]", "status 403", "stays for 40 minutes")
        .contains("apple-cdn x fail, apple-direct + pass");
    assertThat(result.code()).isZero();
    assertThat(check("--ask", "apple-cdn", "--fail-on", "warning").code()).isEqualTo(1);
  }

  @Test
  void takesACopyThatIsNotThereYetAsLag() {
    answer(
        COPY,
        404,
        Map.of("Apple-Failure-Reason", "SWCERR00101 Bad HTTP Response: 404 Not Found"),
        "Not Found");
    Result result = check("--ask", "apple-cdn");
    assertThat(result.out()).contains("[serving/apple-copy-missing]", "apple-cdn + pass");
    assertThat(result.code()).isZero();
  }

  @Test
  void callsNoHostGoodBecauseOfACopy() {
    answer("https://" + HOST + AASA, 404, Map.of(), "");
    Result result = check("--ask", "apple-cdn", "--only", "apple");
    assertThat(result.out())
        .contains("[serving/not-found]", "[agreement/apple-copy-differs]", "apple-cdn x fail");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void asksAlsoForACopyOfAFileThatNobodyExpects() {
    answer("https://" + HOST + AASA, 404, Map.of(), "");
    Result old = check("--ask", "apple-cdn");
    assertThat(old.out())
        .contains("[agreement/apple-copy-differs]", "serves none")
        .doesNotContain("apple-cdn + pass", "apple-cdn x fail");
    assertThat(old.code()).isZero();
    answer(COPY, 404, Map.of(), "");
    assertThat(check("--ask", "apple-cdn").out()).doesNotContain("copy");
    answer(COPY, 503, Map.of(), "");
    assertThat(check("--ask", "apple-cdn").code()).isEqualTo(3);
  }

  @Test
  void isToldInFullOnItsPage() throws IOException {
    String page = Files.readString(Path.of("../docs/check.md"));
    Set<String> told = options(page);
    Set<String> known = options(run("check", "--help").out());
    assertThat(known).containsAll(told);
    known.removeAll(Set.of("--color", "--verbose", "--quiet", "--help", "--registration"));
    assertThat(told).containsAll(known);
  }

  private static Set<String> options(String text) {
    return Pattern.compile("--[a-z]+(-[a-z]+)*")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void saysThatAServiceCouldNotBeReached() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    Result result =
        run(
            "check",
            HOST,
            "--ask=apple-cdn",
            "--ask=google-api",
            "--fail-on=warning",
            "--cacert=" + web.authority(),
            "--retry=0",
            "--connect-to=" + web.mapping(HOST),
            "--connect-to=" + CDN + ":443:127.0.0.1:" + closed,
            "--connect-to=" + API + ":443:127.0.0.1:" + closed);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .contains("unknown  " + HOST, "[serving/copy-not-examined]", "was refused")
        .contains("apple-direct + pass", "android-12 + pass");
  }

  @Test
  void waitsForAServiceNoLongerThanForAFile() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      Result result =
          run(
              "check",
              HOST,
              "--ask=apple-cdn",
              "--max-time=1",
              "--retry=0",
              "--cacert=" + web.authority(),
              "--connect-to=" + CDN + ":443:127.0.0.1:" + silent.getLocalPort(),
              "--connect-to=" + web.mapping(HOST));
      assertThat(result.code()).isEqualTo(3);
      assertThat(result.out()).contains("the time was up");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "ndjson"})
  void showsNothingOfAServiceUnescaped(String format) {
    String hostile = "\u001b[31m<b>::error::\u009b\u202e";
    answer(
        COPY,
        404,
        Map.of("Apple-Failure-Reason", hostile, "Apple-Failure-Details", hostile, "Age", hostile),
        hostile);
    web.serve(STATEMENTS, "{'errorCode':['\\u001b[2J\\u202e'],'maxAge':'\\u001b'}");
    Result result = check("--ask", "apple-cdn,google-api", "--format", format);
    assertThat(result.out())
        .contains("serving/apple-copy-failed", "serving/google-copy-failed")
        .doesNotContain("\u001b", "\u009b", "\u202e");
  }

  @ParameterizedTest
  @CsvSource({"apple-cdn", "google-api"})
  void readsNoMoreOfAServiceThanOfAHost(String service) {
    String url = service.equals("apple-cdn") ? COPY : STATEMENTS;
    for (String body :
        List.of(
            "{" + " ".repeat(2 << 20) + "}",
            "<html><title>Sign in</title>",
            "",
            "[".repeat(5000))) {
      web.serve(url, body);
      Result result = check("--ask", service);
      assertThat(result.out()).contains("[serving/copy-not-examined]");
      assertThat(result.code()).isEqualTo(3);
    }
  }

  @Test
  void comparesGooglesStatements() {
    web.serve(STATEMENTS, ANSWER.replace("14:6D", "24:6D"));
    Result result = check("--ask", "google-api");
    assertThat(result.out())
        .contains("[agreement/google-copy-differs]", "it lacks ", "it still has ", "@24:6D:")
        .contains("stays for 60 minutes", "google-api + pass");
    assertThat(result.code()).isZero();
    web.serve(STATEMENTS, "{'errorCode':['ERROR_CODE_FETCH_ERROR'],'maxAge':'599s'}");
    result = check("--ask", "google-api");
    assertThat(result.out())
        .contains("[serving/google-copy-failed]", "nothing of the kind was seen from here")
        .contains("google-api x fail, android-12 + pass")
        .doesNotContain("google-copy-differs");
    assertThat(result.code()).isZero();
  }

  @Test
  void findsGooglesErrorInItsOwnReading() {
    answer("https://" + HOST + LIST, 200, Map.of("Content-Type", "text/plain"), ANDROID);
    web.serve(STATEMENTS, "{'errorCode':['ERROR_CODE_WRONG_CONTENT_TYPE'],'maxAge':'599s'}");
    Result result = check("--ask", "google-api");
    assertThat(result.out())
        .contains("note", "[serving/google-copy-failed]", "what was seen from here says the same")
        .contains("google-api x fail", "[serving/wrong-content-type]");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void refusesServicesThatItDoesNotKnow() {
    Result result = check("--ask", "apple-cnd");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("did you mean apple-cdn?", "known are: apple-cdn, google-api");
    assertThat(check("--ask", "apple-cdn,").code()).isEqualTo(2);
    assertThat(check("--ask", "apple-cdn", "--only", "android").err())
        .contains("which --only leaves out");
  }

  @Test
  void comparesTheGatewayWithItsSource() {
    Result result = hub();
    assertThat(result.out()).contains("pass  " + GATEWAY);
    assertThat(result.code()).isZero();
    assertThat(web.asked()).contains("https://files.example.com/i?sig=hunter2");
    web.serve("https://" + FILES + "/i", apple("/other"));
    result = hub();
    assertThat(result.out())
        .contains("[agreement/gateway-copy-differs]", "deregister and register", "15 minutes")
        .contains("https://files.example.com/i?…", "apple-cdn + pass")
        .doesNotContain("hunter2");
    assertThat(result.code()).isZero();
    assertThat(hub("--format=json").out()).doesNotContain("hunter2");
  }

  @Test
  void asksNoSourceForAHostThatIsNotTheGateway() {
    int before = web.asked().size();
    check("-r", "hub.yaml");
    assertThat(web.asked().subList(before, web.asked().size()))
        .isNotEmpty()
        .noneMatch(url -> url.startsWith("https://" + FILES));
  }

  @Test
  void judgesTheSourceWithoutBreakingAReader() {
    answer("https://" + FILES + "/a.json", 404, Map.of(), "");
    web.serve("https://" + FILES + "/i", "{'applinks':");
    Result result = hub();
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("https://files.example.com/a.json  [serving/not-found]")
        .contains("publish the file at /a.json of", "https://files.example.com/i?…:1:")
        .contains("[json/not-json]", "apple-cdn + pass", "google-api + pass");
  }

  @Test
  void doesNotPassWhereTheSourceIsAsleep() {
    answer("https://" + FILES + "/a.json", 503, Map.of(), "");
    Result result = hub("--fail-on=warning");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .contains("unknown  " + GATEWAY, "https://files.example.com/a.json  [serving/server-error]")
        .contains("google-api + pass");
  }

  @Test
  void namesWhatTheGatewayWants() {
    answer(
        "https://" + GATEWAY + LIST,
        302,
        Map.of("Location", "https://demo.piam.eu1.mindsphere.io/oauth/authorize?state=hunter2"),
        "");
    answer("https://" + GATEWAY + AASA, 404, Map.of(), "");
    Result result = hub();
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("the gateway asks for sign-in: the app's fields are empty, it is not registered")
        .contains("its internal name or tenant is another", "and wait 15 minutes")
        .doesNotContain("hunter2");
  }

  @Test
  void knowsAGatewayByItsRegistration() throws IOException {
    Path file = directory.resolve("hub.yaml");
    Files.writeString(
        file, Files.readString(file).replace("sources:", "domain: example.com\n  sources:"));
    Result result = hub();
    assertThat(result.out())
        .contains("fail  " + PRIVATE, "On Insights Hub: the app's fields are empty");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void namesTheGatewaysLimitAndItsCacheDefaults() {
    String large = ANDROID.replace("[{", "[" + " ".repeat(2100) + "{");
    web.serve("https://" + FILES + "/a.json", large);
    answer(
        "https://" + GATEWAY + AASA,
        200,
        Map.of(
            "Content-Type",
            "application/json",
            "Cache-Control",
            "no-cache, no-store, max-age=0, must-revalidate"),
        APPLE);
    Result result = hub();
    assertThat(result.out())
        .contains("https://files.example.com/a.json  [agreement/too-large]", "Insights Hub takes")
        .contains("[serving/not-cacheable]", "Insights Hub's gateway sends this by default")
        .doesNotContain("gateway-copy-differs");
    assertThat(result.code()).isEqualTo(1);
  }

  private static void answer(String url, int status, Map<String, String> headers, String body) {
    web.answer(url, status, headers, body);
  }

  private static Result hub(String... args) {
    List<String> words = new ArrayList<>(List.of("check", "-r", "hub.yaml", "--retry", "0"));
    words.addAll(List.of(args));
    return mapped(words);
  }

  private static Result check(String... args) {
    List<String> words = new ArrayList<>(List.of("check", HOST, "--retry", "0"));
    words.addAll(List.of(args));
    return mapped(words);
  }

  private static Result mapped(List<String> words) {
    words.addAll(List.of("--connect-to", web.mapping(""), "--cacert", web.authority()));
    return run(words.toArray(String[]::new));
  }

  private static Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(ByteArrayInputStream.nullInputStream(), out, err, Map.of(), directory, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
