package dev.wellknown.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever mends a registration sees all that is wrong with it, in one run. */
class AllMistakesAtOnceTest {

  private static List<String> told(String text, String name) throws IOException {
    return RegistrationExamination.of(text.getBytes(StandardCharsets.UTF_8), name, false)
        .findings()
        .stream()
        .map(AllMistakesAtOnceTest::inShort)
        .toList();
  }

  private static String inShort(Finding finding) {
    return finding.location().line()
        + ":"
        + finding.location().column()
        + " "
        + finding.rule().id().replace("registration/", "");
  }

  @Test
  void tellsTwentySevenMistakesWithTheirPlaces() throws IOException {
    String text =
        """
        format: wellknown/2
        name: ""
        colour: blue
        hosts: [https://shop.example.com, läden.example.com, LÄDEN.example.com]
        apps:
          - name: 🏪 Läden
            purposes: [link]
            ios: {teamId: k7m2q9xr4t, bundleId: com.corner_shop.app, entitlements: true}
            android:
              package: cornershop
              certificates:
                - {sha256: "3C:91", kind: upload}
                - {sha256: 3C910B5ED27748AF16E9842DF06BC3589A217FD405BE6318CA924EF7308BDD61, kind: debug}
              relations: [Use/It]
              dynamicLinks: yes
            links: [login, {exclude: true}, ~]
          - {name: Nothing}
        redirects: [/login, {uri: "shop:/cb", platforms: []}]
        signIn: {authorizeUri: "http://a.example.com", clientSecret: hunter2}
        publish: {maxBytes: 0}
        expect: [{url: here, opens: [Shop]}]
        rules: {json/nothing: off}
        """;
    assertThat(told(text, "a.yaml"))
        .containsExactly(
            "1:9 unknown-value",
            "2:7 unfit-length",
            "3:1 unknown-key",
            "4:9 malformed-host",
            "4:54 duplicate-host",
            "7:16 unknown-value",
            "8:19 malformed-team-id",
            "8:41 malformed-bundle-id",
            "8:76 wrong-type",
            "10:16 malformed-package",
            "12:9 no-release-certificate",
            "12:20 malformed-fingerprint",
            "14:19 malformed-relation",
            "15:21 wrong-type",
            "16:13 malformed-link",
            "16:20 malformed-link",
            "16:37 missing-value",
            "17:5 app-without-platform",
            "18:13 malformed-redirect",
            "18:27 scheme-without-dot",
            "18:50 missing-value",
            "19:24 malformed-address",
            "19:48 secret-in-registration",
            "20:21 unfit-number",
            "21:16 malformed-address",
            "21:30 unknown-app",
            "22:9 unknown-rule");
  }

  @Test
  void tellsThemInJsonAsWell() throws IOException {
    String text =
        """
        {"format": "wellknown/1", "name": 7, "hosts": ["a_b.example.com", null],
        \t"insightsHub": {"providerTenant": "Demo", "internalName": "MMNA", "version": "1.0",
        \t\t"region": "eu.1", "customScheme": "http", "roles": ["Anonymous"], "scopes": [""],
        \t\t"infrastructure": "self-hosted", "sources": {"ios": "ftp://a.example.com"}},
        "apps": []}
        """;
    assertThat(told(text, "a.json"))
        .containsExactly(
            "1:35 wrong-type",
            "1:47 hosts-beside-insights-hub",
            "1:48 malformed-host",
            "1:67 missing-value",
            "2:17 missing-components",
            "2:36 malformed-tenant",
            "2:60 malformed-internal-name",
            "2:79 malformed-version",
            "3:13 malformed-label",
            "3:37 malformed-scheme",
            "3:55 anonymous-role",
            "3:80 malformed-scope",
            "4:55 malformed-address",
            "5:9 missing-value");
  }

  @Test
  void countsColumnsInCodePointsAndEndsLinesAsTheTextDoes() throws IOException {
    for (String lineEnd : List.of("\n", "\r\n", "\r")) {
      String text =
          String.join(
              lineEnd,
              "format: wellknown/1",
              "name: Läden",
              "hosts: [shop.example.com, \"🏪🏪\", x_y.example.com]",
              "apps: [{ios: {teamId: K7M2Q9XR4T, bundleId: a.b}, links: [/a]}]",
              "");
      assertThat(told(text, "a.yaml"))
          .containsExactly("3:27 malformed-host", "3:33 malformed-host");
      String json =
          String.join(
              lineEnd,
              "{\"format\": \"wellknown/1\", \"name\": \"🏪\", \"hosts\":",
              "[\"🏪🏪\",\t\"x_y.example.com\"], \"apps\": [{\"ios\": {\"teamId\": \"K7M2Q9XR4T\",",
              "\"bundleId\": \"a.b\"}, \"links\": [\"/a\"]}]}");
      assertThat(told(json, "a.json")).containsExactly("2:2 malformed-host", "2:8 malformed-host");
    }
  }
}
