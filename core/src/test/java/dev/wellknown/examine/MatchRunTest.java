package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.Associations;
import dev.wellknown.examine.Report.Outcome;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchRunTest {

  private static final String ANDROID = "org.example.shop";
  private static final String AASA =
      """
      {"applinks": {"details": [{"appIDs": ["ABCDE12345.org.example.shop"], "components": [
        {"/": "/help/website/*", "exclude": true},
        {"/": "/help/*", "?": {"articleNumber": "????"}}]}]}}
      """;
  private static final String STATEMENT =
      """
      {"relation": ["delegate_permission/common.handle_all_urls"],
        "target": {"namespace": "android_app", "package_name": "org.example.shop",
          "sha256_cert_fingerprints": ["14:6D:E9:83:C5:73:06:50:D8:EE:B9:95:2F:34:FC:64:16:A0:83:42:E6:1D:BE:A8:8A:04:96:B2:3F:CF:44:E5"]}
      """;
  private static final String DYNAMIC =
      """
      ,"relation_extensions": {"delegate_permission/common.handle_all_urls":
        {"dynamic_app_link_components": [{"/": "/v1.0/*", "exclude": true}, {"/": "*"}]}}
      """;
  private static final String MANIFEST =
      """
      <manifest xmlns:android="http://schemas.android.com/apk/res/android">
        <application><activity android:name=".Main" android:exported="true">
          <intent-filter android:autoVerify="true">
            <action android:name="android.intent.action.VIEW"/>
            <category android:name="android.intent.category.DEFAULT"/>
            <category android:name="android.intent.category.BROWSABLE"/>
            <data android:scheme="https" android:host="shop.example.org"/>
            <data android:pathPrefix="/help/"/>
          </intent-filter>
        </activity></application>
      </manifest>
      """;

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    write("site/.well-known/apple-app-site-association", AASA);
    write("site/.well-known/assetlinks.json", "[" + STATEMENT + "}]");
    write("AndroidManifest.xml", MANIFEST);
    write("app.entitlements", entitlements("applinks:shop.example.org"));
  }

  @Test
  void namesTheRuleThatDecides() throws IOException {
    AppMatch match = apple(match("https://shop.example.org/help/1?articleNumber=1234"));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.OPENS);
    assertThat(match.because().location().uri())
        .isEqualTo("site/.well-known/apple-app-site-association");
    assertThat(match.because().location().pointer()).isEqualTo("/applinks/details/0/components/1");
    assertThat(match.because().location().line()).isEqualTo(3);
    assertThat(match.because().location().column()).isEqualTo(3);
    assertThat(match.because().text())
        .isEqualTo("{\"/\":\"/help/*\",\"?\":{\"articleNumber\":\"????\"}}");
    assertThat(match.because().evidence()).isEqualTo(Evidence.DOCUMENTED);
  }

  @Test
  void saysOfANoMatchWhatCameNearestAndWhatFailed() throws IOException {
    AppMatch match = apple(match("https://shop.example.org/help/1?articleNumber=12345"));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.NO_MATCH);
    assertThat(match.because().location().line()).isEqualTo(3);
    assertThat(match.reason())
        .isEqualTo("path matched, query item articleNumber has 5 characters, \"????\" wants 4");
  }

  @Test
  void leavesAndroidToTheManifestUntilThereIsOne() throws IOException {
    String url = "https://shop.example.org/help/1?articleNumber=1234";
    assertThat(android(match(url)).verdict()).isEqualTo(MatchVerdict.ASSOCIATED);
    AppMatch match = android(match(url, "AndroidManifest.xml"));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.OPENS);
    assertThat(match.because().location().uri()).isEqualTo("AndroidManifest.xml");
    assertThat(match.because().location().line()).isEqualTo(8);
    assertThat(android(match("https://shop.example.org/login", "AndroidManifest.xml")).verdict())
        .isEqualTo(MatchVerdict.NO_MATCH);
  }

  @Test
  void foldsSchemeAndHostAsBrowsersDo() throws IOException {
    MatchedUrl match =
        match("HTTPS://Shop.Example.ORG/help/1?articleNumber=1234", "AndroidManifest.xml");
    assertThat(match.apps())
        .extracting(AppMatch::verdict)
        .containsExactly(MatchVerdict.OPENS, MatchVerdict.OPENS);
  }

  @Test
  void namesTheReleasesThatDecideOtherwise() throws IOException {
    write("site/.well-known/assetlinks.json", "[" + STATEMENT + DYNAMIC + "}]");
    AppMatch match = android(match("https://shop.example.org/v1.0/x"));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.BLOCKED);
    assertThat(match.because().text()).isEqualTo("{\"/\":\"/v1.0/*\",\"exclude\":true}");
    assertThat(match.remarks())
        .anyMatch(each -> each.startsWith("on Android 12 to 14: associated, "))
        .anyMatch(each -> each.startsWith("on the first Android 15: associated, "));
  }

  @Test
  void saysWhereThePlatformsDisagree() throws IOException {
    assertThat(match("https://shop.example.org/help/website/1").disagreement())
        .hasValueSatisfying(words -> assertThat(words).contains("the app's manifest decides"));
    assertThat(
            match("https://shop.example.org/help/website/1", "AndroidManifest.xml").disagreement())
        .hasValue("opens on Android, stays in the browser on Apple's systems");
    write("AndroidManifest.xml", MANIFEST.replace("/help/", "/orders/"));
    assertThat(
            match("https://shop.example.org/help/1?articleNumber=1234", "AndroidManifest.xml")
                .disagreement())
        .hasValue("opens on Apple's systems, stays in the browser on Android");
    assertThat(match("https://shop.example.org/help/1?articleNumber=1234").disagreement())
        .isEmpty();
    assertThat(match("https://shop.example.org/none", "AndroidManifest.xml").disagreement())
        .isEmpty();
  }

  @Test
  void looksAtTheEntitlementsBeforeTheFile() throws IOException {
    String url = "https://shop.example.org/help/1?articleNumber=1234";
    assertThat(apple(match(url, "app.entitlements")).verdict()).isEqualTo(MatchVerdict.OPENS);
    write("app.entitlements", entitlements("applinks:www.example.org"));
    AppMatch absent = apple(match(url, "app.entitlements"));
    assertThat(absent.verdict()).isEqualTo(MatchVerdict.NO_MATCH);
    assertThat(absent.reason()).contains("no applinks:shop.example.org");
    write("app.entitlements", entitlements("applinks:*.example.org"));
    assertThat(apple(match(url, "app.entitlements")).remarks())
        .containsExactly("the entitlements name the host by applinks:*.example.org");
    write("app.entitlements", entitlements("applinks:*.shop.example.org"));
    AppMatch below = apple(match(url, "app.entitlements"));
    assertThat(below.verdict()).isEqualTo(MatchVerdict.OPENS);
    assertThat(below.because().evidence()).isEqualTo(Evidence.DERIVED);
    write("app.entitlements", entitlements("applinks:$(HOST)"));
    assertThat(apple(match(url, "app.entitlements")).verdict()).isEqualTo(MatchVerdict.UNKNOWN);
    write("app.entitlements", entitlements("applinks:shop.example.org?mode=developer"));
    assertThat(apple(match(url, "app.entitlements")).remarks())
        .singleElement()
        .asString()
        .contains("developer mode only");
  }

  @Test
  void givesAFileOfAnAppToThatAppAlone() throws IOException {
    write("site/.well-known/assetlinks.json", "[" + STATEMENT + "}]");
    MatchedUrl match =
        match("https://shop.example.org/help/1", "org.example.other=AndroidManifest.xml");
    assertThat(match.apps().stream().filter(each -> each.platform() == Platform.ANDROID))
        .extracting(AppMatch::app, AppMatch::verdict)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(ANDROID, MatchVerdict.ASSOCIATED),
            org.assertj.core.api.Assertions.tuple("org.example.other", MatchVerdict.NO_MATCH));
  }

  @Test
  void givesAReasonOfItsOwnToUrlsThatNoFileDecides() throws IOException {
    assertThat(match("shop:/help").apps())
        .allSatisfy(
            each -> {
              assertThat(each.verdict()).isEqualTo(MatchVerdict.NO_MATCH);
              assertThat(each.because()).isNull();
              assertThat(each.reason()).contains("scheme \"shop\"");
            });
    assertThat(apple(match("https://shop.example.org:8443/help/website/1")).reason())
        .contains("port \"8443\"");
    assertThat(match("https:///help").apps())
        .allSatisfy(each -> assertThat(each.reason()).contains("it has no host"));
    assertThatThrownBy(() -> match("shop.example.org/help"))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("https://shop.example.org/");
  }

  @Test
  void takesAFileThatNoReaderTakesForNoAssociation() throws IOException {
    write("site/.well-known/apple-app-site-association", AASA.replace("\"applinks\":", ""));
    AppMatch match = apple(match("https://shop.example.org/help/1?articleNumber=1234"));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.NO_MATCH);
    assertThat(match.app()).isEqualTo(AppMatch.ANY);
    assertThat(match.reason()).contains("no reader takes the file", "[json/not-json]");
  }

  @Test
  void doesNotKnowWhatAnIncludedListWouldSay() throws IOException {
    write("site/.well-known/assetlinks.json", "[{\"include\": \"https://a.example/links.json\"}]");
    AppMatch match = android(match("https://shop.example.org/", ANDROID + "=AndroidManifest.xml"));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.UNKNOWN);
    assertThat(match.reason()).contains("included files were not read");
  }

  @Test
  void doesNotSayThatNobodyIsThereWhereAnIncludedListWasNotRead() throws IOException {
    write("site/.well-known/assetlinks.json", "[{\"include\": \"https://a.example/links.json\"}]");
    MatchedUrl match = match("https://shop.example.org/");
    assertThat(android(match).app()).isEqualTo(AppMatch.ANY);
    assertThat(android(match).verdict()).isEqualTo(MatchVerdict.UNKNOWN);
    assertThat(android(match).reason()).contains("includes were not all read");
    assertThat(new Matching(List.of(match), Optional.empty(), List.of()).outcome())
        .isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void opensNothingForIdsThatNoAppCanHave() throws IOException {
    for (String id :
        List.of("TEAMID.org.example.shop", "org.example.shop", "ABCDE12345.*", "ABCDE12345.", "")) {
      write(
          "site/.well-known/apple-app-site-association",
          AASA.replace("[\"ABCDE", "[\"" + id + "\", \"ABCDE"));
      List<AppMatch> apps =
          match("https://shop.example.org/help/1?articleNumber=1234").apps().subList(0, 2);
      AppMatch match = apps.get(0);
      assertThat(match.app()).isEqualTo(id);
      assertThat(match.verdict()).as(id).isEqualTo(MatchVerdict.NO_MATCH);
      assertThat(match.reason())
          .startsWith("no app has this id: ")
          .containsPattern("\\[aasa/(malformed-app-id|placeholder-left)]");
      assertThat(match.because().location().pointer()).isEqualTo("/applinks/details/0/appIDs/0");
      assertThat(apps.get(1).verdict()).isEqualTo(MatchVerdict.OPENS);
    }
  }

  @Test
  void knowsMoreIdsThatNoAppCanHaveThanItTells() throws IOException {
    String many = "\"org.example.a%d\", ".repeat(300);
    Object[] numbers = java.util.stream.IntStream.range(0, 300).boxed().toArray();
    write(
        "site/.well-known/apple-app-site-association",
        AASA.replace("[\"ABCDE", "[" + many.formatted(numbers) + "\"ABCDE"));
    assertThat(match("https://shop.example.org/help/1?articleNumber=1234").apps())
        .filteredOn(each -> each.verdict() == MatchVerdict.OPENS)
        .extracting(AppMatch::app)
        .containsExactly("ABCDE12345.org.example.shop");
  }

  @Test
  void tellsBesideTheVerdictWhoLosesTheFile() throws IOException {
    String url = "https://shop.example.org/help/1";
    assertThat(android(match(url)).remarks()).isEmpty();
    write("site/.well-known/assetlinks.json", "[\"x\", " + STATEMENT + "}]");
    assertThat(android(match(url)).verdict()).isEqualTo(MatchVerdict.ASSOCIATED);
    assertThat(android(match(url)).remarks())
        .singleElement()
        .asString()
        .startsWith("for android-12, android-legacy it is otherwise: ")
        .contains("[assetlinks/statement-not-object] (documented)");
    write("site/.well-known/assetlinks.json", "[" + STATEMENT + DYNAMIC + "}]");
    assertThat(android(match(url, "AndroidManifest.xml")).verdict()).isEqualTo(MatchVerdict.OPENS);
    assertThat(android(match(url, "AndroidManifest.xml")).remarks())
        .anyMatch(
            each ->
                each.contains("before Android 15: there it loses the whole file")
                    && each.endsWith("[assetlinks/dynamic-unreadable-before-15] (documented)"));
  }

  @Test
  void namesTheFirstFaultOfAFileThatNamesNoApp() throws IOException {
    write(
        "site/.well-known/apple-app-site-association",
        """
        {"applinks": {"details": [
          {"components": [{"/": "/help/*"}]}]}}
        """);
    AppMatch match = apple(match("https://shop.example.org/help/1"));
    assertThat(match.app()).isEqualTo(AppMatch.ANY);
    assertThat(match.verdict()).isEqualTo(MatchVerdict.NO_MATCH);
    assertThat(match.reason())
        .startsWith("the file lets no app open links: ")
        .contains("[aasa/missing-app-id]");
    assertThat(match.because().location().line()).isEqualTo(2);
  }

  @Test
  void saysThatNoFileWasGivenForAManifest() throws IOException {
    MatchedUrl match =
        MatchRun.local(
                List.of("site/.well-known/apple-app-site-association"),
                List.of("AndroidManifest.xml"),
                new Inputs(directory, InputStream.nullInputStream()))
            .match("https://shop.example.org/help/1");
    assertThat(android(match).verdict()).isEqualTo(MatchVerdict.UNKNOWN);
    assertThat(android(match).reason()).contains("no assetlinks.json was given");
  }

  @Test
  void concludesOnlyHowCapitalsOfASchemeAreTaken() throws IOException {
    String rest = "://shop.example.org/help/1?articleNumber=1234";
    AppMatch match = apple(match("HTTPS" + rest));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.OPENS);
    assertThat(match.because().evidence()).isEqualTo(Evidence.DERIVED);
    assertThat(match.remarks()).singleElement().asString().contains("in small letters");
    assertThat(apple(match("https" + rest)).remarks()).isEmpty();
  }

  @Test
  void isNeverEmptyWhereAFileNamesNoApp() throws IOException {
    write("site/.well-known/assetlinks.json", "[]");
    AppMatch match = android(match("https://shop.example.org/"));
    assertThat(match.app()).isEqualTo(AppMatch.ANY);
    assertThat(match.verdict()).isEqualTo(MatchVerdict.NO_MATCH);
  }

  @Test
  void saysThatAnAppIsNotAssociatedWhereItsFileIsMissing() throws IOException {
    Files.delete(directory.resolve("site/.well-known/assetlinks.json"));
    assertThat(match("https://shop.example.org/").apps())
        .extracting(AppMatch::platform)
        .containsOnly(Platform.APPLE);
    AppMatch match = android(match("https://shop.example.org/", "AndroidManifest.xml"));
    assertThat(match.verdict()).isEqualTo(MatchVerdict.NO_MATCH);
    assertThat(match.reason()).contains("assetlinks.json does not exist");
  }

  @Test
  void isOpenToLibraries() throws IOException {
    try (Associations wellknown = Associations.in(directory, InputStream.nullInputStream())) {
      String url = "https://shop.example.org/help/1?articleNumber=1234";
      MatchRun run = wellknown.matching(List.of("site"), List.of("AndroidManifest.xml"));
      assertThat(run.match(url)).isEqualTo(match(url, "AndroidManifest.xml"));
      // An address has no file; nothing is asked.
      assertThat(wellknown.match("https://127.0.0.1/", "app.entitlements").apps())
          .extracting(AppMatch::verdict)
          .containsExactly(MatchVerdict.UNKNOWN, MatchVerdict.UNKNOWN);
    }
  }

  @Test
  void hidesSecretsOfUrls() throws IOException {
    MatchedUrl match = match("https://me:pw@shop.example.org/help/x?code=C0DE#id_token=T0KEN");
    assertThat(match.toString()).doesNotContain("pw@", "C0DE", "T0KEN");
  }

  @Test
  void comparesWithWhatWasExpected() throws IOException {
    MatchedUrl opens =
        match("https://shop.example.org/help/1?articleNumber=1234", "AndroidManifest.xml");
    MatchedUrl excluded =
        new MatchedUrl(
            "https://shop.example.org/help/website/1",
            List.of(apple(match("https://shop.example.org/help/website/1"))));
    MatchedUrl open = match("https://shop.example.org/help/1?articleNumber=1234");
    assertThat(outcome(MatchVerdict.OPENS, opens)).isEqualTo(Outcome.CLEAN);
    assertThat(outcome(MatchVerdict.OPENS, opens, excluded)).isEqualTo(Outcome.FINDINGS);
    assertThat(outcome(MatchVerdict.EXCLUDED, excluded)).isEqualTo(Outcome.CLEAN);
    assertThat(outcome(MatchVerdict.NO_MATCH, excluded)).isEqualTo(Outcome.FINDINGS);
    Matching undecided = new Matching(List.of(open), Optional.of(MatchVerdict.OPENS), List.of());
    assertThat(undecided.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(undecided.undecided()).isEqualTo(1);
    write("site/.well-known/assetlinks.json", "[" + STATEMENT + DYNAMIC + "}]");
    MatchedUrl blocked = match("https://shop.example.org/v1.0/x");
    assertThat(
            new Matching(
                    List.of(new MatchedUrl("https://shop.example.org/", List.of(android(blocked)))),
                    Optional.of(MatchVerdict.EXCLUDED),
                    List.of())
                .outcome())
        .isEqualTo(Outcome.CLEAN);
    assertThatThrownBy(() -> outcome(MatchVerdict.BLOCKED, opens))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Outcome outcome(MatchVerdict expected, MatchedUrl... urls) {
    return new Matching(Arrays.asList(urls), Optional.of(expected), List.of()).outcome();
  }

  private MatchedUrl match(String url, String... apps) throws IOException {
    return MatchRun.local(
            List.of("site"), List.of(apps), new Inputs(directory, InputStream.nullInputStream()))
        .match(url);
  }

  private static AppMatch apple(MatchedUrl match) {
    return match.apps().stream()
        .filter(each -> each.platform() == Platform.APPLE)
        .findFirst()
        .orElseThrow();
  }

  private static AppMatch android(MatchedUrl match) {
    return match.apps().stream()
        .filter(each -> each.platform() == Platform.ANDROID)
        .findFirst()
        .orElseThrow();
  }

  private static String entitlements(String entry) {
    return "<plist version=\"1.0\"><dict><key>com.apple.developer.associated-domains</key><array>"
        + "<string>"
        + entry
        + "</string></array></dict></plist>";
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
