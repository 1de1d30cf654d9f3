package dev.wellknown.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wellknown.app.HostVerification.Obstacle;
import dev.wellknown.json.Position;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AndroidManifestTest {

  private static final String LINKS =
      "<action android:name='android.intent.action.VIEW'/>"
          + "<category android:name='android.intent.category.DEFAULT'/>"
          + "<category android:name='android.intent.category.BROWSABLE'/>";

  @Test
  void readsFiltersWithTheirPlaces() throws UnreadableAppFileException {
    AndroidManifest manifest =
        AndroidManifest.read(
            bytes(
                """
                <?xml version="1.0" encoding="utf-8"?>
                <manifest xmlns:android="http://schemas.android.com/apk/res/android"
                    package="com.example.shop">
                  <uses-sdk android:minSdkVersion="24" android:targetSdkVersion="35"/>
                  <application>
                    <!-- <activity android:name=".Old"><intent-filter/></activity> -->
                    <activity android:name=".Main" android:exported="true">
                      <intent-filter android:autoVerify="true">
                        <action android:name="android.intent.action.VIEW"/>
                        <category android:name="android.intent.category.DEFAULT"/>
                        <data android:scheme="https"
                            android:host="shop.example.com"/>
                        <data android:port="8443" android:host="b.example.com" android:pathPrefix="/a"/>
                        <data android:pathPattern="/x\\\\.y"/>
                      </intent-filter>
                    </activity>
                    <activity-alias android:name=".Alias" android:enabled="false"
                        android:targetActivity=".Main"><intent-filter/></activity-alias>
                    <activity android:name=".NoFilter"/>
                    <service android:name=".S"><intent-filter/></service>
                  </application>
                </manifest>
                """),
            "AndroidManifest.xml");
    assertThat(manifest.packageName()).hasToString("com.example.shop");
    assertThat(manifest.targetSdk()).isEqualTo(35);
    assertThat(manifest.activities())
        .extracting(LinkActivity::name, LinkActivity::exported, LinkActivity::enabled)
        .containsExactly(
            tuple(".Main", Setting.ON, Setting.ON), tuple(".Alias", Setting.ON, Setting.OFF));
    IntentFilter filter = manifest.filters().get(0);
    assertThat(filter.position()).isEqualTo(new Position(8, 7));
    assertThat(filter.autoVerify()).isEqualTo(Setting.ON);
    assertThat(filter.hosts())
        .extracting(host -> host.host().text(), FilterHost::position)
        .containsExactly(
            tuple("shop.example.com", new Position(11, 9)),
            tuple("b.example.com", new Position(13, 9)));
    assertThat(filter.hosts().get(1).port()).hasToString("8443");
    assertThat(filter.paths())
        .extracting(UriPattern::inWords)
        .containsExactly("android:pathPrefix=\"/a\"", "android:pathPattern=\"/x\\\\.y\"");
    assertThat(filter.paths().get(1).pattern().text()).isEqualTo("/x\\.y");
  }

  @Test
  void placesAreThoseOfAFileOfAnyLength() throws UnreadableAppFileException {
    String comment = "<!-- " + "é😀 < > ".repeat(5_000) + "-->\n";
    AndroidManifest manifest =
        manifest("", comment + "  <activity android:name='a > b'>\n<intent-filter/></activity>");
    assertThat(manifest.activities().get(0).position()).isEqualTo(new Position(2, 3));
    assertThat(manifest.filters().get(0).position()).isEqualTo(new Position(3, 1));
  }

  @Test
  void readsGroupsInTheirOrder() throws UnreadableAppFileException {
    IntentFilter filter =
        filter(
            "<data android:scheme='https' android:host='a.example'/>"
                + "<uri-relative-filter-group android:allow='false'>"
                + "<data android:path='/p'/><data android:queryAdvancedPattern='.+'/>"
                + "</uri-relative-filter-group>"
                + "<uri-relative-filter-group><data android:fragmentPrefix='s'/>"
                + "</uri-relative-filter-group>");
    assertThat(filter.paths()).isEmpty();
    assertThat(filter.groups()).extracting(UriGroup::allow).containsExactly(false, true);
    assertThat(filter.groups().get(0).patterns())
        .extracting(UriPattern::inWords)
        .containsExactly("android:path=\"/p\"", "android:queryAdvancedPattern=\".+\"");
  }

  @Test
  void namesWhatABuildFillsInAndGuessesNothing() throws UnreadableAppFileException {
    IntentFilter filter =
        filter(
            "<data android:scheme='@string/scheme' android:host='${env}.example.com'/>"
                + "<data android:path='/price/$5' android:host='\\\\@home'/>");
    assertThat(filter.schemes().get(0).unresolved()).isEqualTo("@string/scheme");
    assertThat(filter.hosts().get(0).host().unresolved()).isEqualTo("${env}");
    assertThat(filter.hosts().get(1).host().isResolved()).isTrue();
    assertThat(filter.paths().get(0).pattern().isResolved()).isTrue();
    AndroidManifest manifest =
        manifest("", "<activity><intent-filter android:autoVerify='@bool/verify'/></activity>");
    assertThat(manifest.filters().get(0).autoVerify()).isEqualTo(Setting.UNRESOLVED);
  }

  @Test
  void passesOverWhatTheMergingTakesOut() throws UnreadableAppFileException {
    AndroidManifest manifest =
        manifest(
            "",
            "<activity tools:node='remove'><intent-filter/></activity>"
                + "<activity><intent-filter tools:node='removeAll'/><intent-filter/></activity>");
    assertThat(manifest.activities()).hasSize(1);
    assertThat(manifest.filters()).hasSize(1);
  }

  @Test
  void readsEscapesAsTheBuildDoes() {
    assertThat(new ManifestValue(".*\\\\.pdf").text()).isEqualTo(".*\\.pdf");
    assertThat(new ManifestValue(".*\\.pdf").text()).isEqualTo(".*.pdf");
    assertThat(new ManifestValue("a\\u0041\\n\\u12").text()).isEqualTo("aA\nu12");
    assertThat(new ManifestValue("end\\").text()).isEqualTo("end\\");
  }

  @Test
  void asksOnlyHostsOfFiltersThatAskFromTarget31On() throws UnreadableAppFileException {
    String filters = verified("https", "a.example") + plain("https", "b.example");
    assertThat(asked(34, filters, AndroidRelease.NEWEST)).containsExactly("a.example");
    assertThat(asked(30, filters, AndroidRelease.NEWEST)).containsExactly("a.example", "b.example");
    assertThat(asked(34, filters, AndroidRelease.UP_TO_11))
        .containsExactly("a.example", "b.example");
    assertThat(asked(null, filters, AndroidRelease.FROM_12)).containsExactly("a.example");
  }

  @Test
  void aCustomSchemeTakesItsFiltersHostsOut() throws UnreadableAppFileException {
    String mixed = verified("https'/><data android:scheme='myapp", "a.example");
    assertThat(asked(30, mixed, AndroidRelease.NEWEST)).isEmpty();
    assertThat(asked(34, mixed, AndroidRelease.NEWEST)).isEmpty();
    String other = verified("https", "b.example");
    assertThat(asked(30, other + mixed, AndroidRelease.NEWEST))
        .containsExactly("b.example", "a.example");
    assertThat(asked(34, other + mixed, AndroidRelease.NEWEST)).containsExactly("b.example");
  }

  @Test
  void tellsWhatKeepsAFilterFromBeingVerified() throws UnreadableAppFileException {
    AndroidManifest manifest =
        manifest(
            "",
            "<activity><intent-filter><data android:scheme='myapp'/></intent-filter>"
                + "<intent-filter android:autoVerify='true'>"
                + LINKS.replace(".DEFAULT", ".HOME")
                + "<data android:scheme='https' android:host='a.example'/></intent-filter>"
                + "</activity>");
    assertThat(HostVerification.obstacles(manifest.filters().get(0)))
        .containsExactly(
            Obstacle.NO_AUTO_VERIFY,
            Obstacle.NO_VIEW,
            Obstacle.NO_BROWSABLE,
            Obstacle.NO_DEFAULT,
            Obstacle.CUSTOM_SCHEME,
            Obstacle.NO_WEB_SCHEME);
    assertThat(HostVerification.obstacles(manifest.filters().get(1)))
        .containsExactly(Obstacle.NO_DEFAULT);
    assertThat(HostVerification.of(manifest, AndroidRelease.NEWEST).asked()).isEmpty();
  }

  @Test
  void asksTheNameBehindTheStarAndForgetsPorts() throws UnreadableAppFileException {
    HostVerification hosts =
        HostVerification.of(
            manifest(
                "",
                "<activity>"
                    + verified("https", "*.Shop.site.example' android:port='8443")
                    + "</activity>"),
            AndroidRelease.NEWEST);
    assertThat(hosts.asked())
        .extracting(AskedHost::host, AskedHost::fileHost)
        .containsExactly(tuple("*.Shop.site.example", "shop.site.example"));
    assertThat(hosts.approving("a.Shop.site.example")).isPresent();
    assertThat(hosts.approving("site.example")).isEmpty();
  }

  @Test
  void setsAsideWhatIsNoDomain() throws UnreadableAppFileException {
    HostVerification hosts =
        HostVerification.of(
            manifest(
                "",
                "<activity>"
                    + verified("https", "*")
                    + verified("https", "*example.com")
                    + verified("https", "localhost")
                    + verified("https", "")
                    + verified("https", "${host}")
                    + verified("https", "a.example")
                    + "</activity>"),
            AndroidRelease.NEWEST);
    assertThat(hosts.asked()).extracting(AskedHost::host).containsExactly("a.example");
    assertThat(hosts.invalid())
        .extracting(AskedHost::host)
        .containsExactly("*", "*example.com", "localhost", "");
    assertThat(hosts.unresolved()).containsExactly("${host}");
  }

  @Test
  void upToAndroid11AllHostsStandAndFallTogetherAndTenAreEnough()
      throws UnreadableAppFileException {
    StringBuilder filters = new StringBuilder("<activity>");
    for (int i = 0; i < 11; i++) {
      filters.append(verified("https", "h" + i + ".example"));
    }
    AndroidManifest manifest = manifest("", filters + "</activity>");
    HostVerification old = HostVerification.of(manifest, AndroidRelease.UP_TO_11);
    assertThat(old.allOrNothing()).isTrue();
    assertThat(old.isTooMany()).isTrue();
    HostVerification today = HostVerification.of(manifest, AndroidRelease.NEWEST);
    assertThat(today.allOrNothing()).isFalse();
    assertThat(today.isTooMany()).isFalse();
  }

  @Test
  void findsTheHostWhoseRulesBind() throws UnreadableAppFileException {
    HostVerification hosts =
        HostVerification.of(
            manifest(
                "",
                "<activity>"
                    + verified("https", "*.example.com")
                    + verified("https", "*.a.example.com")
                    + verified("https", "b.a.example.com")
                    + "</activity>"),
            AndroidRelease.NEWEST);
    assertThat(governing(hosts, "b.a.example.com")).contains("b.a.example.com");
    assertThat(governing(hosts, "c.a.example.com")).contains("*.a.example.com");
    assertThat(governing(hosts, "c.b.a.example.com")).contains("*.a.example.com");
    assertThat(governing(hosts, "a.example.com")).contains("*.example.com");
    assertThat(governing(hosts, "example.com")).isEmpty();
    assertThat(governing(hosts, "badexample.com")).isEmpty();
  }

  private static Optional<String> governing(HostVerification hosts, String host) {
    return hosts.governing(host).map(AskedHost::host);
  }

  private static List<String> asked(Integer target, String filters, AndroidRelease release)
      throws UnreadableAppFileException {
    String sdk = target == null ? "" : "<uses-sdk android:targetSdkVersion='" + target + "'/>";
    AndroidManifest manifest = manifest(sdk, "<activity>" + filters + "</activity>");
    return HostVerification.of(manifest, release).asked().stream().map(AskedHost::host).toList();
  }

  private static String verified(String scheme, String host) {
    return plain(scheme, host)
        .replace("<intent-filter>", "<intent-filter android:autoVerify='true'>");
  }

  private static String plain(String scheme, String host) {
    return "<intent-filter>"
        + LINKS
        + ("<data android:scheme='" + scheme + "' android:host='" + host + "'/>")
        + "</intent-filter>";
  }

  private static IntentFilter filter(String data) throws UnreadableAppFileException {
    return manifest("", "<activity><intent-filter>" + data + "</intent-filter></activity>")
        .filters()
        .get(0);
  }

  private static AndroidManifest manifest(String top, String application)
      throws UnreadableAppFileException {
    return AndroidManifest.read(
        bytes(
            "<manifest xmlns:android='http://schemas.android.com/apk/res/android'"
                + " xmlns:tools='http://schemas.android.com/tools'>"
                + top
                + "<application>"
                + application
                + "</application></manifest>"),
        "AndroidManifest.xml");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
