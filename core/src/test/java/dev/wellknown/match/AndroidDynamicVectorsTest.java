package dev.wellknown.match;

import static dev.wellknown.match.AndroidVectors.APP;
import static dev.wellknown.match.AndroidVectors.object;
import static dev.wellknown.match.AndroidVectors.objects;
import static dev.wellknown.match.AndroidVectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.app.AndroidManifest;
import dev.wellknown.app.AndroidRelease;
import dev.wellknown.app.HostVerification;
import dev.wellknown.finding.Location;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.match.AndroidDecision.Elsewhere;
import dev.wellknown.rule.RuleCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Dynamic rules as Android 15 and later read them. "Unrestricted" and "allow" are {@code
 * associated} without a manifest and {@code opens} with one; "block" is {@code blocked} or, with a
 * manifest, {@code excluded} by the rules and {@code no-match} by the manifest. That Android 14's
 * own agent loses such a file is the business of a rule about files.
 */
class AndroidDynamicVectorsTest {

  private static final String LIST =
      "/0/relation_extensions/delegate_permission~1common.handle_all_urls"
          + "/dynamic_app_link_components";

  @TestFactory
  Stream<DynamicTest> decidesAsAndroidDoes() throws IOException {
    List<JsonObject> vectors = AndroidVectors.of("android-dynamic-rules");
    assertThat(vectors).hasSizeGreaterThan(40);
    return vectors.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.text("id") + " " + vector.text("about"),
                    () -> check(object(vector, "input"), object(vector, "expect"))));
  }

  private static void check(JsonObject input, JsonObject expect) throws IOException {
    if (input.has("androidVersion")) {
      checkOldRelease(input, expect);
    } else if (input.has("statements")) {
      checkStatements(input, expect);
    } else if (input.has("groupsByHost")) {
      checkHosts(input, expect);
    } else if (input.has("manifestPaths")) {
      checkWithManifest(input, expect);
    } else {
      checkRules(input, expect);
    }
  }

  private static void checkRules(JsonObject input, JsonObject expect) {
    AndroidMatcher matcher = matcher(input.get("dynamic_app_link_components"));
    AndroidUrl url = AndroidUrl.of(text(input, "url"));
    AndroidDecision decision = matcher.decide(APP, url);
    boolean blocked = text(expect, "result").equals("block");
    assertThat(decision.verdict())
        .as(decision.toString())
        .isEqualTo(blocked ? AndroidVerdict.BLOCKED : AndroidVerdict.ASSOCIATED);
    Integer rule = AndroidVectors.number(expect, "matchedRule");
    if (rule != null) {
      assertThat(Objects.requireNonNull(decision.because()).pointer()).isEqualTo(LIST + "/" + rule);
    } else if (blocked) {
      assertThat(decision.reason()).containsAnyOf("no dynamic rule matches", "rules exclude");
    }
    JsonObject first = expect.object("firstAndroid15ParserResult");
    AndroidVerdict then =
        decision.elsewhere().stream()
            .filter(each -> each.release() == AndroidRelease.FIRST_15)
            .map(Elsewhere::verdict)
            .findFirst()
            .orElse(decision.verdict());
    // Where a vector says nothing of the first Android 15, it reads as today's.
    boolean thenBlocked = first == null ? blocked : text(first, "result").equals("block");
    assertThat(then)
        .as(decision.elsewhere().toString())
        .isEqualTo(thenBlocked ? AndroidVerdict.BLOCKED : AndroidVerdict.ASSOCIATED);
  }

  private static void checkWithManifest(JsonObject input, JsonObject expect) throws IOException {
    String paths =
        objects(input, "manifestPaths").stream()
            .map(each -> "<data android:pathPrefix='" + text(each, "pattern") + "'/>")
            .collect(Collectors.joining());
    AndroidDecision decision =
        matcher(input.get("dynamic_app_link_components"))
            .decide(
                APP,
                AndroidUrl.of(text(input, "url")),
                AndroidFilters.of(manifest(List.of("example.com"), paths)));
    assertThat(text(expect, "result")).isEqualTo("block");
    boolean byManifest = text(expect, "reason").equals("manifest");
    assertThat(decision.verdict())
        .isEqualTo(byManifest ? AndroidVerdict.NO_MATCH : AndroidVerdict.EXCLUDED);
    Location because = Objects.requireNonNull(decision.because());
    assertThat(because.uri()).isEqualTo(byManifest ? "AndroidManifest.xml" : "assetlinks.json");
  }

  private static void checkHosts(JsonObject input, JsonObject expect) throws IOException {
    JsonObject groups = object(input, "groupsByHost");
    Collection<String> hosts =
        ((JsonArray) Objects.requireNonNull(input.get("manifestHosts")))
            .elements().stream().map(each -> Objects.requireNonNull(each.asText())).toList();
    AndroidManifest manifest = manifest(hosts, "");
    AndroidUrl url = AndroidUrl.of(text(input, "url"));
    String host =
        HostVerification.of(manifest, AndroidRelease.NEWEST)
            .governing(Objects.requireNonNull(url.host()))
            .orElseThrow()
            .host();
    AndroidDecision decision =
        matcher(groups.get(host)).decide(APP, url, AndroidFilters.of(manifest));
    assertThat(text(expect, "result")).isEqualTo("allow");
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.OPENS);
  }

  private static void checkStatements(JsonObject input, JsonObject expect) {
    JsonValue[] rules =
        objects(input, "statements").stream()
            .map(each -> each.get("dynamic_app_link_components"))
            .toArray(JsonValue[]::new);
    AndroidDecision decision = matcher(rules).decide(APP, AndroidUrl.of(text(input, "url")));
    assertThat(text(expect, "aosp")).startsWith("unrestricted");
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.ASSOCIATED);
  }

  /** The rules bind nobody there; that the agent loses the file is found by a rule about it. */
  private static void checkOldRelease(JsonObject input, JsonObject expect) {
    AndroidDecision decision =
        matcher(input.get("dynamic_app_link_components"))
            .decide(APP, AndroidUrl.of("https://example.com/b"));
    assertThat(text(expect, "verification")).startsWith("fails");
    assertThat(decision.verdict()).isEqualTo(AndroidVerdict.BLOCKED);
    assertThat(decision.elsewhere())
        .filteredOn(each -> each.release() == AndroidRelease.FROM_12)
        .extracting(Elsewhere::verdict)
        .containsExactly(AndroidVerdict.ASSOCIATED);
    assertThat(RuleCatalog.find("assetlinks/dynamic-unreadable-before-15")).isPresent();
  }

  private static AndroidMatcher matcher(@Nullable JsonValue... rules) {
    return AndroidMatcher.of(AndroidVectors.file(rules));
  }

  private static AndroidManifest manifest(Collection<String> hosts, String paths)
      throws IOException {
    String text =
        "<manifest xmlns:android='http://schemas.android.com/apk/res/android'><application>"
            + "<activity android:name='.Main' android:exported='true'>"
            + "<intent-filter android:autoVerify='true'>"
            + "<action android:name='android.intent.action.VIEW'/>"
            + "<category android:name='android.intent.category.DEFAULT'/>"
            + "<category android:name='android.intent.category.BROWSABLE'/>"
            + "<data android:scheme='https'/>"
            + hosts.stream()
                .map(host -> "<data android:host='" + host + "'/>")
                .collect(Collectors.joining())
            + paths
            + "</intent-filter></activity></application></manifest>";
    return AndroidManifest.read(text.getBytes(StandardCharsets.UTF_8), "AndroidManifest.xml");
  }
}
