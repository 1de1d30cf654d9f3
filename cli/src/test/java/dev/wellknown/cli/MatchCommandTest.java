package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.json.Document;
import dev.wellknown.json.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against local files, and against hosts on loopback over real TLS. */
class MatchCommandTest {

  private static final String AASA =
      "{'applinks':{'details':[{'appIDs':['ABCDE12345.org.example.shop'],'components':["
          + "{'/':'/help/website/*','exclude':true},{'/':'/help/*'}]}]}}";
  private static final String LINKS =
      "[{'relation':['delegate_permission/common.handle_all_urls'],"
          + "'target':{'namespace':'android_app','package_name':'org.example.shop',"
          + "'sha256_cert_fingerprints':['14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:"
          + "42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5']}}]";
  private static final String APPLE_PATH = "/.well-known/apple-app-site-association";
  private static final String ANDROID_PATH = "/.well-known/assetlinks.json";

  @TempDir static Path directory;

  private static LocalSite web;

  private record Result(int code, String out, String err) {}

  @BeforeAll
  static void start() throws Exception {
    web =
        new LocalSite(
            directory,
            "good.example",
            "moved.example",
            "busy.example",
            "includer.example",
            "sub.good.example",
            "halting.example",
            "gone.example",
            "inside.example");
    web.serve("https://good.example" + APPLE_PATH, AASA);
    web.serve("https://good.example" + ANDROID_PATH, LINKS);
    web.answer(
        "https://moved.example" + APPLE_PATH,
        301,
        Map.of("Location", "https://good.example" + APPLE_PATH),
        "");
    web.answer("https://busy.example" + APPLE_PATH, 503, Map.of(), "");
    web.answer("https://busy.example" + ANDROID_PATH, 503, Map.of(), "");
    web.serve(
        "https://includer.example" + ANDROID_PATH,
        "[{'include':'https://good.example" + ANDROID_PATH + "'}]");
    web.serve(
        "https://halting.example" + ANDROID_PATH,
        "[{'include':'https://busy.example" + ANDROID_PATH + "'}]");
    web.serve("https://inside.example" + ANDROID_PATH, "[{'include':'https://localhost/list'}]");
    web.serve("https://gone.example" + ANDROID_PATH, "[{'include':'https://good.example/none'}]");
    Path site = Files.createDirectories(directory.resolve("site/.well-known"));
    Files.writeString(site.resolve("apple-app-site-association"), AASA.replace('\'', '"'));
    Files.writeString(site.resolve("assetlinks.json"), LINKS.replace('\'', '"'));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void showsBothPlatformsSideBySideAndSaysFirstWhereTheyDisagree() {
    Result result =
        run(
            "",
            "https://good.example/help/1",
            "https://good.example/help/website/1",
            "--files=site");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("! disagreement  https://good.example/help/website/1 stays in the browser on")
        .containsSubsequence(
            "https://good.example/help/1\n",
            "> opens  apple  ABCDE12345.org.example.shop\n",
            "at site" + APPLE_PATH + ":1:120  {\"/\":\"/help/*\"}\n",
            "> associated  android  org.example.shop\n",
            "https://good.example/help/website/1\n",
            "- excluded  apple",
            "next: --app AndroidManifest.xml");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void asksTheHostOfEachLinkOnce() {
    int before = web.asked().size();
    Result result =
        live(
            "https://good.example/help/1",
            "https://GOOD.example/help/2",
            "https://good.example./help/3",
            "--format",
            "json");
    assertThat(result.code()).isZero();
    assertThat(web.asked().subList(before, web.asked().size())).hasSize(2);
    assertThat(result.out())
        .contains("\"file\": \"https://good.example" + ANDROID_PATH + "\"", "\"conditions\"");
    assertIsAsTheSchemaSays(result.out());
  }

  @Test
  void takesARedirectedFileForNoneAndABusyHostForUnknown() {
    Result moved = live("https://moved.example/help/1");
    assertThat(moved.code()).isZero();
    assertThat(moved.out())
        .contains("- no-match  apple  any app", "[serving/redirect]", "[serving/not-found]");
    Result busy = live("https://busy.example/help/1", "--expect", "no-match");
    assertThat(busy.code()).isEqualTo(3);
    assertThat(busy.out())
        .contains("? unknown  apple  any app", "? unknown  android", "[serving/server-error]");
  }

  @Test
  void followsIncludesOfAServedListWhereItMay() {
    Result followed = live("https://includer.example/help/1", "--allow-private", "good.example");
    assertThat(followed.out()).contains("> associated  android  org.example.shop");
  }

  @Test
  void doesNotKnowWhatAnIncludedListSaysThatCouldNotBeHad() {
    Result kept =
        run(
            "",
            "https://inside.example/help/1",
            "--live",
            "--retry=0",
            "--connect-to",
            "inside.example:443:127.0.0.1:" + web.port(),
            "--cacert",
            web.authority().toString());
    assertThat(kept.code()).isEqualTo(3);
    assertThat(kept.out()).contains("? unknown  android  any app", "includes were not all read");
    Result busy = live("https://halting.example/help/1", "--allow-private", "busy.example");
    assertThat(busy.code()).isEqualTo(3);
    assertThat(busy.out()).contains("? unknown  android  any app", "includes were not all read");
    Result gone = live("https://gone.example/help/1", "--allow-private", "good.example");
    assertThat(gone.code()).isZero();
    assertThat(gone.out()).contains("- no-match  android  any app");
  }

  @Test
  void asksTheParentWhereAnAppNamesTheHostByAWildcard() throws IOException {
    manifest("*.good.example");
    entitlements("applinks:*.good.example");
    String[] apps = {"--app", "AndroidManifest.xml", "--app", "app.entitlements"};
    Result parent = live("https://sub.good.example/help/1", apps[0], apps[1], apps[2], apps[3]);
    assertThat(parent.code()).isZero();
    assertThat(parent.out())
        .containsSubsequence(
            "> opens  apple  ABCDE12345.org.example.shop\n",
            "at https://good.example" + APPLE_PATH,
            "the app names the host by *.good.example, so the file of good.example decides",
            "> opens  android  org.example.shop\n",
            "the app names the host by *.good.example, so the file of good.example decides")
        .doesNotContain("any app");
    manifest("*.good.example", "sub.good.example");
    entitlements("applinks:*.good.example", "applinks:sub.good.example");
    Result own = live("https://sub.good.example/help/1", apps[0], apps[1], apps[2], apps[3]);
    assertThat(own.out())
        .contains("- no-match  apple", "- no-match  android", "[serving/not-found]")
        .doesNotContain("opens");
  }

  private static void manifest(String... hosts) throws IOException {
    StringBuilder data = new StringBuilder();
    for (String host : hosts) {
      data.append("<data android:scheme='https' android:host='").append(host).append("'/>");
    }
    Files.writeString(
        directory.resolve("AndroidManifest.xml"),
        "<manifest xmlns:android='http://schemas.android.com/apk/res/android'"
            + " package='org.example.shop'><application>"
            + "<activity android:name='.Main' android:exported='true'>"
            + "<intent-filter android:autoVerify='true'>"
            + "<action android:name='android.intent.action.VIEW'/>"
            + "<category android:name='android.intent.category.DEFAULT'/>"
            + "<category android:name='android.intent.category.BROWSABLE'/>"
            + data
            + "</intent-filter></activity></application></manifest>");
  }

  private static void entitlements(String... entries) throws IOException {
    Files.writeString(
        directory.resolve("app.entitlements"),
        "<plist version='1.0'><dict><key>com.apple.developer.associated-domains</key><array>"
            + "<string>"
            + String.join("</string><string>", entries)
            + "</string></array></dict></plist>");
  }

  @Test
  void meetsExpectationsOrNot() {
    assertThat(run("", "https://a.example/help/1", "--files", "site", "--expect", "opens"))
        .satisfies(
            result -> {
              assertThat(result.code()).isZero();
              assertThat(result.out()).contains("neither meets nor breaks --expect");
            });
    Result broken =
        run("", "https://a.example/help/1", "--files=site", "--expect=excluded", "--format=json");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).contains("\"met\": false", "\"met\": null");
    assertIsAsTheSchemaSays(broken.out());
    assertThat(run("", "https://a.example/help/1", "--files=site", "--expect=excluded").out())
        .contains("> opens (unexpected)  apple");
    assertThat(run("", "https://a.example/help/1", "--files=site", "--expect=opens", "-q").out())
        .isEmpty();
  }

  @Test
  void readsUrlsFromStandardInput() {
    Result result =
        run("https://a.example/help/1\n\n  https://b.example/x\n", "-", "--files", "site");
    assertThat(result.out()).contains("https://a.example/help/1\n", "https://b.example/x\n");
    assertThat(run("\n", "-", "--files", "site").err()).contains("needs at least one URL");
  }

  @Test
  void readsListsAsEditorsWriteThem() {
    Result result =
        run(
            "\uFEFFhttps://a.example/help/1\r\n# pages\r\n\r\nhttps://b.example/x\r\n",
            "-",
            "--files=site");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("https://a.example/help/1\n", "https://b.example/x\n")
        .doesNotContain("pages");
    Result bad = run("# first\n\nhttps://a.example/\nb.example/x\n", "-", "--files=site");
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("standard input, line 4: \"b.example/x\" is no URL");
    String comment = "# " + "x".repeat(1000) + "\n";
    Result large = run(comment.repeat(4000) + "https://a.example/help/1\n", "-", "--files=site");
    assertThat(large.code()).isZero();
  }

  @Test
  void refusesNetworkOptionsWhereNothingIsAsked() {
    Result result = run("", "https://a.example/", "--files=site", "--retry=0");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--retry is for a run that asks hosts", "--live");
  }

  @Test
  void hidesSecretsEverywhere() {
    Result result = run("", "https://me:pw1@a.example/help/1?code=C0DE", "--files", "site", "-v");
    assertThat(result.out() + result.err()).doesNotContain("pw1", "C0DE").contains("code=…");
  }

  @Test
  void refusesWhatItCannotUseAndSaysWhatToDo() throws IOException {
    Files.writeString(directory.resolve("note.txt"), "hello");
    String url = "https://a.example/help/1";
    assertThat(run("", url).err()).contains("--files PATH, or --live");
    assertThat(run("", url, "--files", "site", "--live").err()).contains("give one of them");
    assertThat(run("", "a.example/help", "--files", "site").err()).contains("https://a.example/");
    assertThat(run("", url, "--files", "absent").err()).contains("absent does not exist");
    assertThat(run("", url, "--files", "note.txt").err()).contains("no association file");
    assertThat(run("", url, "--files", "site", "--app", "note.txt").err()).contains("note.txt");
    assertThat(run("", url, "--files", "site", "--expect", "open").err())
        .contains("did you mean opens?");
    for (List<String> args :
        List.of(
            List.of(url),
            List.of(url, "--files", "absent"),
            List.of("a.example", "--files=site"))) {
      assertThat(run("", args.toArray(String[]::new)).code()).isEqualTo(2);
    }
  }

  private static void assertIsAsTheSchemaSays(String json) {
    Document document = Document.json(json.getBytes(StandardCharsets.UTF_8), "out");
    assertThat(Schema.named("report").violations(document.value().orElseThrow())).isEmpty();
  }

  private static Result live(String... args) {
    List<String> words = new ArrayList<>(List.of(args));
    words.addAll(
        List.of(
            "--live",
            "--retry=0",
            "--connect-to",
            ":443:127.0.0.1:" + web.port(),
            "--cacert",
            web.authority().toString()));
    return run("", words.toArray(String[]::new));
  }

  private static Result run(String input, String... args) {
    List<String> words = new ArrayList<>(List.of("match"));
    words.addAll(List.of(args));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            Map.of(),
            directory,
            words.toArray(String[]::new));
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
