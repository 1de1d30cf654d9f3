package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.json.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real hosts on this machine, over TLS, with redirects between them. */
class DiagnoseCommandTest {

  private static final String SHOP = "https://shop.example.com";
  private static final String TRACKER = "https://t.example.net";
  private static final String LINK = SHOP + "/orders/42";
  private static final String FINGERPRINT =
      "14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5";
  private static final String AASA =
      "{'applinks':{'details':[{'appIDs':['A1B2C3D4E5.com.example.shop'],'components':"
          + "[{'/':'/orders/secret/*','exclude':true},{'/':'/orders/*'}]}]}}";
  private static final String LIST =
      "[{'relation':['delegate_permission/common.handle_all_urls'],'target':{'namespace':"
          + "'android_app','package_name':'com.example.shop','sha256_cert_fingerprints':['"
          + FINGERPRINT
          + "']}}]";
  private static final String REGISTRATION =
      """
      format: wellknown/1
      name: Demo shop
      hosts: [shop.example.com]
      apps:
        - name: Demo
          ios: {teamId: A1B2C3D4E5, bundleId: com.example.shop}
          android:
            package: com.example.shop
            certificates:
              - {sha256: "%s", kind: play-signing}
          links: [{path: /orders/secret/*, exclude: true}, /orders/*]
      """
          .formatted(FINGERPRINT);

  @TempDir static Path certificates;
  private static LocalSite site;

  @TempDir Path directory;

  /** What a run left behind. */
  private record Result(int code, String out, String err) {}

  @BeforeAll
  static void open() throws Exception {
    site = new LocalSite(certificates, "shop.example.com", "t.example.net", "www.example.org");
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @BeforeEach
  void serveGoodFiles() throws IOException {
    site.serve(SHOP + "/.well-known/apple-app-site-association", AASA);
    site.serve(SHOP + "/.well-known/assetlinks.json", LIST);
    site.answer(LINK, 200, Map.of("Content-Type", "text/html"), "<p>order</p>");
    for (String host : List.of(TRACKER, "https://www.example.org")) {
      site.answer(host + "/.well-known/apple-app-site-association", 404, Map.of(), "");
      site.answer(host + "/.well-known/assetlinks.json", 404, Map.of(), "");
    }
    site.asked().clear();
    Files.writeString(directory.resolve("wellknown.yaml"), REGISTRATION);
  }

  private static void redirect(String from, int status, String to) {
    site.answer(from, status, Map.of("Location", to), "");
  }

  @Test
  void saysThatNothingIsWrongAndWhatOnlyADeviceShows() {
    Result result = diagnose(LINK, "-r", "wellknown.yaml");
    assertThat(result.out())
        .contains("nothing that can be seen from here keeps the link from opening the app")
        .contains("adb shell pm get-app-links com.example.shop\n")
        .contains("adb shell pm verify-app-links --re-verify com.example.shop\n")
        .contains(
            "adb shell am start -a android.intent.action.VIEW"
                + " -c android.intent.category.BROWSABLE -d 'https://shop.example.com/orders/42'\n")
        .contains("sudo swcutil dl -d shop.example.com\n")
        .contains(
            "sudo swcutil verify -d shop.example.com -j apple-app-site-association -u '"
                + LINK
                + "'\n")
        .contains("xcrun simctl openurl booted '" + LINK + "'\n")
        .contains("address bar");
    assertThat(result.code()).isZero();
    assertThat(diagnose(LINK).code()).isZero();
  }

  @Test
  void namesHowAFileIsServedAsTheFirstCause() {
    redirect(SHOP + "/.well-known/assetlinks.json", 302, "https://www.example.org/");
    Result result = diagnose(LINK, "-r", "wellknown.yaml");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("cause: ", "[serving/redirect]", "for com.example.shop, by google-api")
        .contains("not examined because of it: whether the file is well formed; whether the file")
        .contains("apple-cdn + pass", "android-12 x fail");
  }

  @Test
  void namesWhatAFileHoldsAsTheFirstCause() {
    site.serve(SHOP + "/.well-known/apple-app-site-association", AASA.replace("]}]}}", "]}]},}"));
    List<JsonObject> entries = entries(LINK);
    assertThat(entries).filteredOn(each -> "apple".equals(each.text("platform"))).hasSize(2);
    assertThat(entries)
        .filteredOn(each -> "apple".equals(each.text("platform")))
        .allMatch(each -> "file".equals(each.text("stage")))
        .allMatch(each -> String.valueOf(each.text("rule")).startsWith("json/"));
    assertThat(entries)
        .filteredOn(each -> "android".equals(each.text("platform")))
        .hasSize(3)
        .allMatch(each -> each.text("rule") == null && each.text("cause") == null);
  }

  @Test
  void namesAMissingCertificateAsTheFirstCause() {
    site.serve(SHOP + "/.well-known/assetlinks.json", LIST.replace("14:6D:E9", "AA:BB:CC"));
    List<JsonObject> entries = entries(LINK, "-r", "wellknown.yaml");
    assertThat(entries)
        .filteredOn(each -> "android-12".equals(each.text("reader")))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.text("stage")).isEqualTo("agreement");
              assertThat(each.text("rule")).isEqualTo("agreement/certificate-missing");
              assertThat(each.text("app")).isEqualTo("com.example.shop");
            });
  }

  @Test
  void namesTheRuleThatKeepsTheLinkOut() {
    Result result = diagnose(SHOP + "/orders/secret/1");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("[link/not-matched]", "A1B2C3D4E5.com.example.shop", "excluded")
        .contains("apple-app-site-association:1:");
  }

  @Test
  void saysThatAHostIsNoneOfTheRegistrations() {
    redirect("https://www.example.org/orders/42", 200, "");
    List<JsonObject> entries = entries("https://www.example.org/orders/42", "-r", "wellknown.yaml");
    assertThat(entries)
        .isNotEmpty()
        .allMatch(each -> "registration".equals(each.text("stage")))
        .allMatch(each -> "link/host-not-registered".equals(each.text("rule")));
  }

  @Test
  void warnsThatTheAppOpensOnlyBehindATracker() {
    redirect(TRACKER + "/c/1", 302, LINK);
    Result result = diagnose(TRACKER + "/c/1");
    assertThat(result.out())
        .contains("[link/behind-redirect]", "1  302  " + TRACKER + "/c/1", "2  200  " + LINK)
        .doesNotContain("also found");
    assertThat(result.code()).isZero();
    assertThat(diagnose(TRACKER + "/c/1", "--fail-on", "warning").code()).isEqualTo(1);
  }

  @Test
  void looksForTheCauseAtTheHostThatTheRegistrationNames() {
    redirect(TRACKER + "/c/1", 301, LINK);
    site.answer(SHOP + "/.well-known/assetlinks.json", 404, Map.of(), "");
    assertThat(entries(TRACKER + "/c/1", "-r", "wellknown.yaml"))
        .filteredOn(each -> "google-api".equals(each.text("reader")))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.text("rule")).isEqualTo("serving/not-found");
              assertThat(each.text("cause")).contains("404");
              assertThat(String.valueOf(each.get("hop"))).endsWith("literal=1]");
            });
  }

  @Test
  void stopsAtLoopsAndAfterTenAddresses() {
    redirect(TRACKER + "/a", 302, "/b");
    redirect(TRACKER + "/b", 307, TRACKER + "/a");
    assertThat(diagnose(TRACKER + "/a").out()).contains("a loop: this address was asked before");
    for (int i = 0; i < 15; i++) {
      redirect(TRACKER + "/n" + i, 302, "/n" + (i + 1));
    }
    site.asked().clear();
    Result result = diagnose(TRACKER + "/n0");
    assertThat(result.out()).contains("behind 10 addresses already");
    assertThat(site.asked()).contains(TRACKER + "/n9").doesNotContain(TRACKER + "/n10");
  }

  @Test
  void asksNoPrivateAddressThatALinkLeadsTo() {
    redirect(LINK, 302, "https://localhost:" + site.port() + "/internal");
    Result result = diagnose(LINK);
    assertThat(result.out()).contains("its address is not public, and it was not asked");
    assertThat(site.asked()).noneMatch(each -> each.contains("internal"));
    redirect(LINK, 302, "https://169.254.169.254/latest/meta-data/");
    assertThat(diagnose(LINK).out()).contains("its address is not public, and it was not asked");
  }

  @Test
  void namesWhatAPageDoesByItselfAndDoesNotDoIt() {
    site.answer(
        TRACKER + "/page",
        200,
        Map.of("Content-Type", "text/html"),
        "<meta http-equiv='refresh' content='0; url=" + LINK + "?token=s3cr3t'>");
    assertThat(diagnose(TRACKER + "/page").out())
        .contains("meta refresh", LINK)
        .doesNotContain("s3cr3t");
    assertThat(site.asked()).doesNotContain(LINK);
  }

  @Test
  void asksInPlainHttpOnlyWhatWasGivenSo() throws IOException {
    HttpServer plain =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    plain.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Location", SHOP + exchange.getRequestURI());
          exchange.sendResponseHeaders(301, -1);
          exchange.close();
        });
    plain.start();
    try {
      String mapping = "shop.example.com:80:127.0.0.1:" + plain.getAddress().getPort();
      Result result = diagnose("http://shop.example.com/orders/42", "--connect-to", mapping);
      assertThat(result.out())
          .contains("1  301  http://shop.example.com/orders/42", "2  200  " + LINK);
      redirect(LINK, 302, "http://shop.example.com/orders/42");
      assertThat(diagnose(LINK, "--connect-to", mapping).out())
          .contains("not asked: plain HTTP, which only the link itself may be");
    } finally {
      plain.stop(0);
    }
  }

  @Test
  void leavesOpenWhatMayPass() {
    site.answer(SHOP + "/.well-known/assetlinks.json", 503, Map.of(), "");
    Result result = diagnose(LINK, "-r", "wellknown.yaml", "--retry", "0");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("open: ", "android-12 ? unknown");
  }

  @Test
  void masksSecretsAndUsesUpNoCode() {
    String secret = SHOP + "/orders/login?code=c0d3c0d3&state=st4t3st4t3";
    for (String format :
        List.of("text", "json", "ndjson", "sarif", "junit", "markdown", "github")) {
      Result result = diagnose(secret, "--format", format, "-r", "wellknown.yaml");
      assertThat(result.out() + result.err()).doesNotContain("c0d3", "st4t3");
    }
    assertThat(diagnose(secret).out()).contains("it carries a code, which would be used up");
    assertThat(site.asked()).noneMatch(each -> each.contains("c0d3"));
    assertThat(diagnose("https://u:p4ss@shop.example.com/orders/42").out()).doesNotContain("p4ss");
  }

  @Test
  void looksAtTheAppsOwnSide() throws IOException {
    String manifest =
        """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.shop">
          <application><activity android:name=".Main" android:exported="true"><intent-filter%s>
            <action android:name="android.intent.action.VIEW"/>
            <category android:name="android.intent.category.DEFAULT"/>
            <category android:name="android.intent.category.BROWSABLE"/>
            <data android:scheme="https" android:host="shop.example.com" android:pathPrefix="/orders/"/>
          </intent-filter></activity></application>
        </manifest>
        """;
    Path file = directory.resolve("AndroidManifest.xml");
    Files.writeString(file, manifest.formatted(" android:autoVerify=\"true\""));
    assertThat(diagnose(LINK, "--app", "AndroidManifest.xml").code()).isZero();
    Files.writeString(file, manifest.formatted(""));
    assertThat(entries(LINK, "--app", "AndroidManifest.xml"))
        .filteredOn(each -> "android-12".equals(each.text("reader")))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.text("stage")).isEqualTo("link");
              assertThat(each.text("cause")).contains("autoVerify");
            });
    Files.writeString(
        directory.resolve("app.entitlements"),
        """
        <plist version="1.0"><dict>
          <key>com.apple.developer.associated-domains</key>
          <array><string>applinks:www.example.com</string></array>
        </dict></plist>
        """);
    assertThat(diagnose(LINK, "--app", "app.entitlements").out())
        .contains("the app's entitlements have no applinks:shop.example.com");
  }

  @Test
  void quotesWhatTheShellsOnBothSidesOfAdbWouldRead() {
    assertThat(diagnose(SHOP + "/orders/1?a=1&b=$(id)").out())
        .contains("-d ''\\''https://shop.example.com/orders/1?a=1&b=$(id)'\\'''\n")
        .contains("booted 'https://shop.example.com/orders/1?a=1&b=$(id)'\n");
    assertThat(diagnose(SHOP + "/orders/it's").out())
        .contains("booted 'https://shop.example.com/orders/it'\\''s'\n");
  }

  @Test
  void goesOnWithoutABrokenRegistration() throws IOException {
    Files.writeString(
        directory.resolve("wellknown.yaml"), REGISTRATION.replace("bundleId", "bundelId"));
    Result result = diagnose(LINK, "-r", "wellknown.yaml");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("not examined: whether the files say what wellknown.yaml");
  }

  @Test
  void saysWhatCannotBeUsed() {
    assertThat(diagnose("shop.example.com/x").err())
        .contains("is no URL; write it as it is tapped");
    assertThat(diagnose("shop.example.com/x").code()).isEqualTo(2);
    assertThat(run("diagnose").code()).isEqualTo(2);
    assertThat(diagnose(LINK, LINK).code()).isEqualTo(2);
    assertThat(diagnose(LINK, "-r", "absent.yaml").err()).contains("absent.yaml does not exist");
    assertThat(diagnose(LINK, "--app", "wellknown.yaml").code()).isEqualTo(2);
    Result scheme = diagnose("com.example.shop:/login");
    assertThat(scheme.code()).isEqualTo(1);
    assertThat(scheme.out()).contains("[link/not-matched]");
  }

  @Test
  void readsATraceInPlaceOfWalking() throws IOException {
    Files.writeString(
        directory.resolve("way.txt"),
        "# what the browser showed\n" + TRACKER + "/c/9 302 " + LINK + "\n" + LINK + " 200\n");
    Result result = diagnose(TRACKER + "/c/9", "--trace", "way.txt");
    assertThat(result.out()).contains("[link/behind-redirect]", "2  200  " + LINK);
    assertThat(site.asked()).doesNotContain(TRACKER + "/c/9", LINK);
    assertThat(diagnose(TRACKER + "/other", "--trace", "way.txt").out())
        .contains("the trace has no request of it");
    Files.writeString(directory.resolve("way.txt"), "not a trace");
    Result broken = diagnose(LINK, "--trace", "way.txt");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("way.txt:1 ");
    assertThat(diagnose(LINK, "--trace", "absent.har").err()).contains("absent.har does not exist");
  }

  @Test
  void readsTheWayOutOfAnArchiveThatABrowserExported() throws IOException {
    Files.writeString(
        directory.resolve("way.har"),
        """
        {"log": {"entries": [
          {"request": {"url": "https://cdn.example.net/x.js"}, "response": {"status": 200}},
          {"request": {"url": "%1$s/c/9"}, "response": {"status": 302, "redirectURL": "%2$s"}},
          {"request": {"url": "%2$s"}, "response": {"status": 200}}]}}
        """
            .formatted(TRACKER, LINK));
    assertThat(diagnose(TRACKER + "/c/9", "--trace", "way.har").out())
        .contains("1  302  " + TRACKER + "/c/9", "2  200  " + LINK);
  }

  @Test
  void explainsWhatAServerSaid() {
    List<JsonObject> entries =
        entries(
            LINK,
            "--error",
            "{\"error\":\"invalid_grant\",\"error_description\":\"Redirect URI mismatch.\"}");
    assertThat(entries.get(0).text("rule")).startsWith("signin/");
    assertThat(entries.get(0).text("reader")).isNull();
    assertThat(entries.get(0).text("fix")).isNotEmpty();
    assertThat(diagnose(LINK, "--error", "it does not work").out())
        .contains("not examined: what --error says: nothing in it is a known error");
  }

  @Test
  void judgesHowAnAppMeansToSignInWhereTheLinkIsARedirect() throws IOException {
    Files.writeString(
        directory.resolve("wellknown.yaml"),
        REGISTRATION
            + "redirects: [https://shop.example.com/login]\n"
            + "signIn: {iosAgent: web-view, androidAgent: custom-tab}\n");
    site.answer(SHOP + "/login", 200, Map.of(), "");
    Result result = diagnose(SHOP + "/login", "-r", "wellknown.yaml");
    assertThat(result.out())
        .contains("[signin/embedded-web-view]", "[link/not-matched]")
        .doesNotContain("[signin/redirect-path-not-covered]");
    assertThat(diagnose(LINK, "-r", "wellknown.yaml").out()).doesNotContain("[signin/");
  }

  /** The entries of the JSON form, which has to be as its schema says. */
  private List<JsonObject> entries(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("--format", "json"));
    String text = diagnose(words.toArray(String[]::new)).out();
    JsonValue root =
        Document.json(text.getBytes(StandardCharsets.UTF_8), "report").value().orElseThrow();
    assertThat(Schema.named("report").violations(root)).isEmpty();
    JsonObject target = root.asObject().array("targets").elements().get(0).asObject();
    return target.array("diagnosis").elements().stream().map(JsonValue::asObject).toList();
  }

  private Result diagnose(String... args) {
    List<String> words = new ArrayList<>(List.of("diagnose"));
    words.addAll(List.of(args));
    words.addAll(List.of("--cacert", site.authority()));
    for (String host : List.of("shop.example.com", "t.example.net", "www.example.org")) {
      words.addAll(List.of("--connect-to", site.mapping(host)));
    }
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
