package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of redirect, with every kind of agent, on both platforms. */
class RedirectsTest {

  private static final String BOTH =
      """
      format: wellknown/1
      name: Corner shop
      hosts: [shop.example.com]
      apps:
        - purposes: [links, credentials]
          ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}
          android:
            package: com.cornershop.app
            certificates:
              - sha256: "3C:91:0B:5E:D2:77:48:AF:16:E9:84:2D:F0:6B:C3:58:9A:21:7F:D4:05:BE:63:18:CA:92:4E:F7:30:8B:DD:61"
                kind: play-signing
          links: [/login]
      """;

  @TempDir Path directory;

  private Redirects follow(String text, String... apps) throws IOException {
    Files.writeString(directory.resolve("r.yaml"), text);
    return Redirects.of(
        new Inputs(directory, InputStream.nullInputStream()),
        "r.yaml",
        List.of(apps),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://shop.example.com/login | safari          | browser    | may-stay | may-stay
          https://shop.example.com/login | safari-view     | custom-tab | may-stay | may-stay
          https://shop.example.com/login | web-auth-https  | auth-tab   | returns  | returns
          https://shop.example.com/login | web-auth-scheme | web-view   | may-stay | may-stay
          https://shop.example.com/other | safari          | browser    | lost     | may-stay
          https://shop.example.com/other | web-auth-https  | auth-tab   | returns  | returns
          https://else.example.com/login | web-auth-https  | auth-tab   | lost     | lost
          com.cornershop.app:/login      | web-auth-scheme | auth-tab   | returns  | returns
          com.cornershop.app:/login      | web-auth-https  | auth-tab   | may-stay | returns
          com.cornershop.app:/login      | safari          | custom-tab | unknown  | unknown
          http://127.0.0.1/login         | safari          | custom-tab | may-stay | may-stay
          """)
  void saysWhereARedirectLands(
      String uri, String iosAgent, String androidAgent, String apple, String android)
      throws IOException {
    Redirects redirects =
        follow(
            BOTH
                + "redirects: [\""
                + uri
                + "\"]\nsignIn: {iosAgent: "
                + iosAgent
                + ", androidAgent: "
                + androidAgent
                + "}\n");
    List<Landing> landings = redirects.redirects().get(0).landings();
    assertThat(landings).hasSize(2);
    Landing onApple =
        landings.stream().filter(each -> each.platform().id().equals("apple")).findFirst().get();
    Landing onAndroid =
        landings.stream().filter(each -> each.platform().id().equals("android")).findFirst().get();
    assertThat(onApple.outcome().id()).isEqualTo(apple);
    // Without a manifest, Android's file associates the whole host.
    assertThat(onAndroid.outcome().id()).isEqualTo(android);
    Report.Outcome outcome =
        apple.equals("lost")
            ? Report.Outcome.FINDINGS
            : apple.equals("unknown") ? Report.Outcome.UNDETERMINED : Report.Outcome.CLEAN;
    assertThat(redirects.outcome()).isEqualTo(outcome);
  }

  @Test
  void asksForEachTenantOfInsightsHub() throws IOException {
    Redirects redirects =
        follow(
            """
            format: wellknown/1
            name: Machine monitor
            insightsHub: {providerTenant: demo, internalName: mmna, operatorTenants: [oper]}
            apps:
              - ios: {teamId: K7M2Q9XR4T, bundleId: com.machinemonitor.mobile}
            """);
    assertThat(redirects.redirects())
        .extracting(Redirects.Followed::uri)
        .containsExactly(
            "https://demo-mmna-demo.eu1.mindsphere.io/login",
            "https://oper-mmna-oper.eu1.mindsphere.io/login");
    assertThat(redirects.count(Landing.Outcome.MAY_STAY)).isEqualTo(2);
  }

  @Test
  void findsNothingOutWhereThereIsNothingToFollow() throws IOException {
    assertThat(follow(BOTH).outcome()).isEqualTo(Report.Outcome.UNDETERMINED);
  }

  @Test
  void takesAnAppsFileThatIsGivenForTheAppItNames() throws IOException {
    Files.writeString(
        directory.resolve("AndroidManifest.xml"),
        """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.other">
          <application/>
        </manifest>
        """);
    String text =
        BOTH + "redirects: [{uri: \"com.cornershop.app:/login\", platforms: [android]}]\n";
    assertThat(follow(text, "AndroidManifest.xml").count(Landing.Outcome.UNKNOWN)).isEqualTo(1);
    Files.writeString(
        directory.resolve("AndroidManifest.xml"),
        Files.readString(directory.resolve("AndroidManifest.xml"))
            .replace("com.other", "com.cornershop.app"));
    Redirects redirects = follow(text, "AndroidManifest.xml");
    assertThat(redirects.count(Landing.Outcome.LOST)).isEqualTo(1);
    assertThat(redirects.allFindings().get(0).rule().id())
        .isEqualTo("signin/redirect-not-in-manifest");
  }

  @Test
  void takesAnAppsFileForTheAppThatItIsGivenFor() throws IOException {
    Files.writeString(
        directory.resolve("other.xml"),
        """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.other">
          <application/>
        </manifest>
        """);
    String text =
        BOTH + "redirects: [{uri: \"com.cornershop.app:/login\", platforms: [android]}]\n";
    assertThat(follow(text, "com.cornershop.app=other.xml").count(Landing.Outcome.LOST))
        .isEqualTo(1);
    assertThatThrownBy(() -> follow(text, "com.cornershop.ap=other.xml"))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("no app has the id \"com.cornershop.ap\"")
        .hasMessageContaining("did you mean com.cornershop.app?");
  }

  @Test
  void tellsOfAPublicClientWithoutAProofKey() throws IOException {
    Redirects redirects =
        follow(
            BOTH
                + "redirects: [\"https://shop.example.com/login\"]\n"
                + "signIn: {clientType: public, pkce: none}\n");
    assertThat(redirects.findings())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.finding().rule().id())
                    .isEqualTo("signin/public-client-without-pkce"));
    assertThat(redirects.outcome()).isEqualTo(Report.Outcome.CLEAN);
  }

  @ParameterizedTest
  @CsvSource({
    "https://else.example.com/login, signin/redirect-host-not-declared",
    "https://shop.example.com/other, signin/redirect-path-not-covered"
  })
  void losesNoRedirectThatValidatePasses(String uri, String rule) throws IOException {
    assertThat(follow(BOTH + "redirects: [\"" + uri + "\"]\n").count(Landing.Outcome.LOST))
        .isPositive();
    RegistrationExamination examination =
        RegistrationExamination.of(
            Files.readAllBytes(directory.resolve("r.yaml")), "r.yaml", false);
    assertThat(examination.findings())
        .filteredOn(Findings::isError)
        .extracting(finding -> finding.rule().id())
        .containsOnly(rule);
    assertThat(examination.registered()).isPresent();
  }

  @Test
  void alarmsNobodyForARedirectOfTheOtherPlatform() throws IOException {
    Files.writeString(
        directory.resolve("r.yaml"),
        BOTH
            + "redirects: [{uri: \"https://shop.example.com/other\", platforms: [android]},"
            + " \"https://shop.example.com/login\"]\n");
    assertThat(
            RegistrationExamination.of(
                    Files.readAllBytes(directory.resolve("r.yaml")), "r.yaml", false)
                .findings())
        .noneMatch(Findings::isError);
  }

  @Test
  void saysWhatOlderPhonesWantBesides() throws IOException {
    Files.writeString(
        directory.resolve("AndroidManifest.xml"),
        """
        <manifest xmlns:android="http://schemas.android.com/apk/res/android">
          <application>
            <activity android:name=".Main" android:exported="true">
              <intent-filter android:autoVerify="true">
                <action android:name="android.intent.action.VIEW"/>
                <category android:name="android.intent.category.DEFAULT"/>
                <category android:name="android.intent.category.BROWSABLE"/>
                <data android:scheme="https" android:host="shop.example.com"/>
                <data android:host="other.example.org"/>
              </intent-filter>
            </activity>
          </application>
        </manifest>
        """);
    Landing landing =
        follow(
                BOTH
                    + "redirects: [{uri: \"https://shop.example.com/login\", platforms: [android]}]\n",
                "AndroidManifest.xml")
            .redirects()
            .get(0)
            .landings()
            .get(0);
    assertThat(landing.outcome()).isEqualTo(Landing.Outcome.MAY_STAY);
    assertThat(landing.notExamined())
        .singleElement()
        .asString()
        .contains("Android 6 to 11", "other.example.org");
  }

  @Test
  void countsWhatARegistrationTurnsOffAsItSays() throws IOException {
    Redirects redirects =
        follow(
            BOTH
                + "redirects: [\"https://shop.example.com/login\"]\n"
                + "rules: {signin/silent-redirect: error}\n");
    assertThat(redirects.outcome()).isEqualTo(Report.Outcome.FINDINGS);
    assertThat(redirects.count(Landing.Outcome.MAY_STAY)).isEqualTo(2);
  }
}
