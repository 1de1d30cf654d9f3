package dev.wellknown.match;

import static dev.wellknown.match.AndroidVectors.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.UnreadableAppFileException;
import dev.wellknown.association.AssetLinks;
import dev.wellknown.association.SlowMatchers;
import dev.wellknown.finding.Evidence;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonText;
import dev.wellknown.json.JsonValue;
import dev.wellknown.match.AndroidDecision.Elsewhere;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AndroidMatcherTest {

  private static final String HOST = "<data android:scheme='https' android:host='a.example'/>";

  @Test
  void associatesAnAppThatTheFileNames() {
    AndroidDecision decision = rules("[]").decide(APP, url("/shop"));
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.ASSOCIATED);
    assertThat(decision.because().pointer()).isEqualTo("/0");
    assertThat(decision.because().line()).isEqualTo(1);
    assertThat(decision.elsewhere()).isEmpty();
    assertThat(rules("[]").fingerprints(APP)).containsExactly("AB" + ":AB".repeat(31));
  }

  @Test
  void saysWhatIsMissingInTheNearestStatement() {
    assertThat(noMatch("\"" + APP + "\"", "\"com.example.Shop\"")).contains("by letter case");
    assertThat(noMatch("handle_all_urls", "get_login_creds")).contains("has the relation");
    assertThat(noMatch("AB:AB", "ab:AB")).contains("no fingerprint as devices compare it");
    assertThat(noMatch("android_app", "android")).contains("namespace");
    assertThat(noMatch(APP, "com.example.other")).contains("no statement names the app");
  }

  @Test
  void leavesOpenWhatAnIncludedFileMaySay() {
    AssetLinks root = file("[{\"include\": \"https://b.example/links.json\"}]");
    assertThat(AndroidMatcher.of(root).decide(APP, url("/")).verdict())
        .isEqualTo(AndroidVerdict.UNKNOWN);
    AndroidMatcher both = AndroidMatcher.of(root, List.of(AndroidVectors.file((JsonValue) null)));
    assertThat(both.decide(APP, url("/")).verdict()).isEqualTo(AndroidVerdict.ASSOCIATED);
    assertThat(AndroidMatcher.of(root, List.of()).decide(APP, url("/")).verdict())
        .isEqualTo(AndroidVerdict.NO_MATCH);
  }

  @Test
  void namesTheRuleThatDecides() {
    AndroidDecision decision =
        rules("[{\"/\":\"/a\"},\n{\"/\":\"/b*\",\"exclude\":true},{\"/\":\"*\"}]")
            .decide(APP, url("/bc"));
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.BLOCKED);
    assertThat(decision.because().pointer()).endsWith("/dynamic_app_link_components/1");
    assertThat(decision.text()).isEqualTo("{\"/\":\"/b*\",\"exclude\":true}");
    assertThat(decision.evidence()).isEqualTo(Evidence.DOCUMENTED);
    assertThat(decision.elsewhere())
        .extracting(Elsewhere::release, Elsewhere::verdict)
        .containsExactly(
            tuple(AndroidRelease.UP_TO_11, AndroidVerdict.ASSOCIATED),
            tuple(AndroidRelease.FROM_12, AndroidVerdict.ASSOCIATED));
  }

  @Test
  void namesTheNearestRuleAndThePartThatFailed() {
    AndroidMatcher matcher =
        rules("[{\"/\":\"/x\"},{\"/\":\"/shop/*\",\"?\":{\"ref\":\"app\"}},{\"#\":\"top\"}]");
    AndroidDecision decision =
        matcher.decide(APP, AndroidUrl.of("https://a.example/shop/1?ref=s3cret&code=t0ken#h1dden"));
    assertThat(decision.reason())
        .contains("nearest: no parameter of the query matches \"ref=app\"")
        .doesNotContain("s3cret")
        .doesNotContain("t0ken")
        .doesNotContain("h1dden");
    assertThat(decision.because().pointer()).endsWith("/1");
    assertThat(matcher.decide(APP, url("/y")).reason()).contains("the path \"/y\"");
    assertThat(rules("[{\"/\":\"/x\",\"exclude\":true}]").decide(APP, url("/y")).reason())
        .contains("all dynamic rules exclude");
  }

  @Test
  void aMalformedRuleVoidsAllAndSaysSo() {
    AndroidDecision decision = rules("[{\"/\":\"/a\"},{\"/\":5}]").decide(APP, url("/b"));
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.ASSOCIATED);
    assertThat(decision.reason()).contains("the dynamic rules are void, for \"5\"");
    assertThat(decision.because().pointer()).endsWith("/1/~1");
  }

  @Test
  void saysWhereDocumentsAndCodeDiffer() {
    AndroidDecision decision = rules("[{\"exclude\":true}]").decide(APP, url("/b"));
    assertThat(decision.evidence()).isEqualTo(Evidence.DERIVED);
    assertThat(decision.reason()).contains("by the documents");
  }

  @Test
  void firstAndroid15GivesNothingBackBehindAQuestionMarkAndAStar() {
    AndroidDecision decision = rules("[{\"/\":\"/a?*z\"}]").decide(APP, url("/abz"));
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.ASSOCIATED);
    assertThat(decision.elsewhere())
        .extracting(Elsewhere::release, Elsewhere::verdict)
        .containsExactly(tuple(AndroidRelease.FIRST_15, AndroidVerdict.BLOCKED));
    AndroidDecision dotted = rules("[{\"/\":\"/v1.0/*\"}]").decide(APP, url("/v1.0/x"));
    assertThat(dotted.verdict()).isEqualTo(AndroidVerdict.ASSOCIATED);
    assertThat(dotted.elsewhere())
        .extracting(Elsewhere::release)
        .containsExactly(AndroidRelease.FIRST_15);
  }

  @Test
  void agreesWithASlowReferenceOnRandomRules() {
    Random random = new Random(15);
    int open = 0;
    for (int i = 0; i < 20_000; i++) {
      List<Map<String, Object>> rules = new ArrayList<>();
      for (int rule = random.nextInt(4); rule >= 0; rule--) {
        rules.add(rule(random));
      }
      String path = "/" + text(random, "ab./", 5);
      String query = random.nextBoolean() ? null : "k=" + text(random, "ab.", 3);
      String fragment = random.nextBoolean() ? null : text(random, "ab.", 3);
      SlowMatchers.Address address = new SlowMatchers.Address(path, query, fragment);
      boolean expected = SlowMatchers.androidOpens(rules, address);
      AndroidDecision decision =
          rules(JsonText.compact(rules)).decide(APP, AndroidUrl.of("https://a.example" + address));
      assertThat(decision.verdict() == AndroidVerdict.ASSOCIATED)
          .as("%s for %s", rules, address)
          .isEqualTo(expected);
      open += expected ? 1 : 0;
    }
    assertThat(open).isBetween(1_000, 19_000);
  }

  @Test
  void opensWhatTheManifestTakesAndTheRulesLetIn() throws UnreadableAppFileException {
    AndroidFilters filters = filters(HOST + "<data android:pathPrefix='/shop'/>");
    AndroidMatcher matcher = rules("[{\"/\":\"/shop/secret\",\"exclude\":true},{\"/\":\"*\"}]");
    assertThat(matcher.decide(APP, url("/shop/1"), filters).verdict())
        .isEqualTo(AndroidVerdict.OPENS);
    AndroidDecision out = matcher.decide(APP, url("/blog"), filters);
    assertThat(out.verdict()).isEqualTo(AndroidVerdict.NO_MATCH);
    assertThat(out.reason()).contains("\"/blog\" matches none of android:pathPrefix=\"/shop\"");
    assertThat(out.because().uri()).isEqualTo("AndroidManifest.xml");
    AndroidDecision excluded = matcher.decide(APP, url("/shop/secret"), filters);
    assertThat(excluded.verdict()).isEqualTo(AndroidVerdict.EXCLUDED);
    assertThat(excluded.because().uri()).isEqualTo("assetlinks.json");
    assertThat(excluded.elsewhere())
        .extracting(Elsewhere::verdict)
        .containsOnly(AndroidVerdict.OPENS);
  }

  @Test
  void namesThePartOfAFilterThatFails() throws UnreadableAppFileException {
    AndroidMatcher matcher = rules("[]");
    assertThat(reason(matcher, "http://a.example/", filters(HOST))).contains("takes the schemes");
    assertThat(reason(matcher, "https://b.example/", filters(HOST))).contains("takes the hosts");
    String port = "<data android:scheme='https' android:host='a.example' android:port='443'/>";
    assertThat(reason(matcher, "https://a.example/", filters(port)))
        .contains("wants the port \"443\" written out");
    assertThat(
            reason(matcher, "https://a.example/", filters(HOST + "<data android:mimeType='a/b'/>")))
        .contains("media type");
    AndroidFilters hidden = filters("android:exported='false'", "android:autoVerify='true'", HOST);
    assertThat(reason(matcher, "https://a.example/", hidden)).contains("android:exported");
    AndroidFilters silent = filters("", "", HOST);
    assertThat(reason(matcher, "https://a.example/", silent))
        .contains("not verified: it does not say android:autoVerify=\"true\"");
    AndroidManifest bare =
        manifest("<activity><intent-filter>" + HOST + "</intent-filter></activity>");
    assertThat(reason(matcher, "https://a.example/", AndroidFilters.of(bare)))
        .contains("lacks the action android.intent.action.VIEW");
    assertThat(reason(matcher, "https://a.example/", AndroidFilters.of(manifest(""))))
        .contains("no intent filter of the manifest is for URLs");
  }

  @Test
  void leavesOpenWhatABuildFillsIn() throws UnreadableAppFileException {
    AndroidMatcher matcher = rules("[]");
    AndroidFilters host = filters("<data android:scheme='https' android:host='${host}'/>");
    AndroidDecision decision = matcher.decide(APP, url("/"), host);
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.UNKNOWN);
    assertThat(decision.reason()).contains("\"${host}\" is filled in by the build");
    AndroidFilters path =
        filters(HOST + "<data android:path='@string/p'/><data android:path='/x'/>");
    assertThat(matcher.decide(APP, url("/y"), path).verdict()).isEqualTo(AndroidVerdict.UNKNOWN);
    assertThat(matcher.decide(APP, url("/x"), path).verdict()).isEqualTo(AndroidVerdict.OPENS);
    AndroidFilters verify = filters("", "android:autoVerify='${verify}'", HOST);
    AndroidDecision open = matcher.decide(APP, url("/"), verify);
    assertThat(open.verdict()).isEqualTo(AndroidVerdict.UNKNOWN);
    assertThat(open.reason()).contains("android:autoVerify");
    AndroidFilters scheme = filters(HOST + "<data android:scheme='${scheme}'/>");
    assertThat(matcher.decide(APP, url("/"), scheme).verdict()).isEqualTo(AndroidVerdict.UNKNOWN);
  }

  @Test
  void doesNotVerifyHostsWithCapitals() throws UnreadableAppFileException {
    AndroidFilters filters = filters("<data android:scheme='https' android:host='A.example'/>");
    AndroidDecision decision = rules("[]").decide(APP, url("/"), filters);
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.NO_MATCH);
    assertThat(decision.reason()).contains("writes the host with capitals");
    assertThat(decision.elsewhere())
        .extracting(Elsewhere::release)
        .containsExactly(AndroidRelease.UP_TO_11);
  }

  @Test
  void namesTheLimitOfHostsUpToAndroid11() throws UnreadableAppFileException {
    StringBuilder hosts = new StringBuilder(HOST);
    for (int i = 0; i < 10; i++) {
      hosts.append("<data android:host='h" + i + ".example'/>");
    }
    AndroidDecision decision = rules("[]").decide(APP, url("/"), filters(hosts.toString()));
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.OPENS);
    assertThat(decision.elsewhere())
        .extracting(Elsewhere::release, Elsewhere::verdict)
        .containsExactly(tuple(AndroidRelease.UP_TO_11, AndroidVerdict.NO_MATCH));
    assertThat(decision.elsewhere().get(0).reason()).contains("beyond 10 hosts").contains("has 11");
  }

  @Test
  void namesReleasesThatReadTheManifestOtherwise() throws UnreadableAppFileException {
    AndroidFilters suffix = filters(HOST + "<data android:pathSuffix='.html'/>");
    AndroidDecision decision = rules("[]").decide(APP, url("/a.pdf"), suffix);
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.NO_MATCH);
    assertThat(decision.elsewhere())
        .extracting(Elsewhere::release, Elsewhere::verdict)
        .containsExactly(tuple(AndroidRelease.UP_TO_11, AndroidVerdict.OPENS));
    AndroidFilters group =
        filters(
            HOST
                + "<uri-relative-filter-group android:allow='false'><data android:path='/p'/>"
                + "</uri-relative-filter-group>");
    AndroidDecision kept = rules("[]").decide(APP, url("/p"), group);
    assertThat(kept.verdict()).isEqualTo(AndroidVerdict.EXCLUDED);
    assertThat(kept.elsewhere())
        .extracting(Elsewhere::release)
        .containsExactly(AndroidRelease.UP_TO_11, AndroidRelease.FROM_12);
  }

  @Test
  void manyThreadsGetTheSameAnswers() {
    AndroidMatcher matcher = rules("[{\"/\":\"/a*b\"},{\"/\":\"/x?\",\"exclude\":true}]");
    List<AndroidVerdict> once =
        IntStream.range(0, 2_000)
            .mapToObj(i -> matcher.decide(APP, url("/a" + i % 7 + "b")).verdict())
            .toList();
    List<AndroidVerdict> together =
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(i -> matcher.decide(APP, url("/a" + i % 7 + "b")).verdict())
            .toList();
    assertThat(together).isEqualTo(once);
  }

  @Test
  void compilesAFileOfManyStatementsInBoundedTime() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"target\":{\"namespace\":\"android_app\",\"package_name\":\"a.b" + i + "\"}}");
    }
    AssetLinks file = file(text + "]");
    long start = System.nanoTime();
    assertThat(AndroidMatcher.of(file).apps()).hasSize(20_000);
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }

  private static String reason(AndroidMatcher matcher, String url, AndroidFilters filters) {
    AndroidDecision decision = matcher.decide(APP, AndroidUrl.of(url), filters);
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.NO_MATCH);
    return decision.reason();
  }

  private static String noMatch(String from, String to) {
    String text = new String(goodFile(), StandardCharsets.UTF_8).replace(from, to);
    AndroidDecision decision = AndroidMatcher.of(file(text)).decide(APP, url("/"));
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.NO_MATCH);
    return decision.reason();
  }

  private static byte[] goodFile() {
    return AndroidVectors.file((JsonValue) null)
        .document()
        .value()
        .orElseThrow()
        .toJson()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> rule(Random random) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("/", "/" + text(random, "ab.*?/", 5));
    if (random.nextInt(4) == 0) {
      rule.put("?", Map.of("k", text(random, "ab*?.", 3)));
    }
    if (random.nextInt(4) == 0) {
      rule.put("#", "a" + text(random, "ab*?.", 2));
    }
    if (random.nextInt(3) == 0) {
      rule.put("exclude", true);
    }
    return rule;
  }

  private static String text(Random random, String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(longest + 1); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static AndroidUrl url(String path) {
    return AndroidUrl.of("https://a.example" + path);
  }

  private static AndroidMatcher rules(String rules) {
    byte[] bytes = rules.getBytes(StandardCharsets.UTF_8);
    return AndroidMatcher.of(
        AndroidVectors.file(Document.json(bytes, "rules").value().orElseThrow()));
  }

  private static AssetLinks file(String text) {
    return new AssetLinks(Document.json(text.getBytes(StandardCharsets.UTF_8), "assetlinks.json"));
  }

  private static AndroidFilters filters(String data) throws UnreadableAppFileException {
    return filters("android:exported='true'", "android:autoVerify='true'", data);
  }

  private static AndroidFilters filters(String activity, String filter, String data)
      throws UnreadableAppFileException {
    return AndroidFilters.of(
        manifest(
            ("<activity android:name='.Main' " + activity + "><intent-filter " + filter + ">")
                + "<action android:name='android.intent.action.VIEW'/>"
                + "<category android:name='android.intent.category.DEFAULT'/>"
                + "<category android:name='android.intent.category.BROWSABLE'/>"
                + data
                + "</intent-filter></activity>"));
  }

  private static AndroidManifest manifest(String application) throws UnreadableAppFileException {
    String text =
        "<manifest xmlns:android='http://schemas.android.com/apk/res/android'><application>"
            + application
            + "</application></manifest>";
    return AndroidManifest.read(text.getBytes(StandardCharsets.UTF_8), "AndroidManifest.xml");
  }
}
