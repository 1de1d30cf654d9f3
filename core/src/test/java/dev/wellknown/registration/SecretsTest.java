package dev.wellknown.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A secret in a registration is refused, and nothing of it is ever said. */
class SecretsTest {

  private static final String SECRET = "hunter2Xy9zQ";

  private static final String PLAIN =
      """
      format: wellknown/1
      name: Corner shop
      hosts: [shop.example.com]
      apps: [{ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}, links: [/login]}]
      """;

  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("shop:hunter2".getBytes(StandardCharsets.UTF_8));

  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.dozjgNryP4J3jVmNHl";

  private static List<Finding> findings(String text, String name) throws IOException {
    return RegistrationExamination.of(text.getBytes(StandardCharsets.UTF_8), name, false)
        .findings();
  }

  private static String said(Finding finding) {
    return String.join(
        "\n",
        finding.message(),
        finding.fix(),
        String.valueOf(finding.seen()),
        String.valueOf(finding.expected()),
        String.valueOf(finding.app()),
        finding.location().uri(),
        String.valueOf(finding.location().pointer()));
  }

  private static List<String> rules(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule().id()).toList();
  }

  private static void saysNothingOf(String secret, String text, String name) throws IOException {
    assertThat(findings(text, name))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(said(finding)).doesNotContain(secret));
  }

  private static void refuses(String secret, String text, String name) throws IOException {
    saysNothingOf(secret, text, name);
    assertThat(rules(findings(text, name))).contains("registration/secret-in-registration");
  }

  @TestFactory
  Stream<DynamicTest> refusesKeysThatNameOne() {
    return Stream.of(
            "clientSecret",
            "client_secret",
            "Client Secret",
            "CLIENT-SECRET",
            "secret",
            "password",
            "keyPassword",
            "passwd",
            "passphrase",
            "pwd",
            "privateKey",
            "apiKey",
            "api-key",
            "accessToken",
            "refresh_token",
            "idToken",
            "token",
            "storePass",
            "keypass",
            "x-client-secret")
        .map(
            key ->
                DynamicTest.dynamicTest(
                    key,
                    () -> {
                      String member = key + ": " + SECRET;
                      refuses(SECRET, PLAIN + member + "\n", "a.yaml");
                      refuses(SECRET, PLAIN + "signIn: {" + member + "}\n", "a.yaml");
                      refuses(SECRET, PLAIN + "x-notes: [{a: {" + member + "}}]\n", "a.yaml");
                      refuses(SECRET, PLAIN + key + ": {a: [" + SECRET + "]}\n", "a.yaml");
                      refuses(SECRET, "{\"" + key + "\": \"" + SECRET + "\"}", "a.json");
                    }));
  }

  /** Every place at which some rule would quote the value. */
  private static Stream<String> places() {
    return Stream.of(
        "format: V",
        "name: [V]",
        "hosts: [V]",
        "hosts: V",
        "insightsHub: {providerTenant: V, internalName: V, displayName: V, version: V, type: V}",
        "insightsHub: {region: V, domain: V, operatorTenants: [V], customScheme: V, scopes: [V]}",
        "insightsHub: {sources: {android: V}, components: [{name: V, url: V, paths: [V]}]}",
        "apps: [{purposes: [V], ios: {teamId: V, appIdPrefix: V, bundleId: V}}]",
        "apps: [{android: {package: V, certificates: [{sha256: V, kind: V}], relations: [V]}}]",
        "apps: [{android: {dynamicLinks: V}, links: [V, {path: V, query: V, exclude: V}]}]",
        "apps: [{links: [{query: {a: V}, fragment: V, comment: V}]}]",
        "redirects: [V, {uri: V, platforms: [V]}]",
        "signIn: {authorizeUri: V, clientType: V, pkce: V, scopes: [V], iosAgent: V}",
        "publish: {maxBytes: V, appleForm: V, compact: V}",
        "expect: [{url: V, opens: [V]}, {url: V, opens: V}]",
        "rules: {json/not-json: V}",
        "x-notes: {a: [V]}",
        "colour: V");
  }

  @TestFactory
  Stream<DynamicTest> refusesValuesThatHaveTheFormOfOne() {
    List<String> values =
        List.of(
            BASIC,
            "basic " + BASIC.substring(6),
            "Authorization: " + BASIC,
            "Bearer 9f8e7d6c5b4a39281706",
            JWT,
            "https://shop:" + SECRET + "@shop.example.com/login",
            " https://shop:" + SECRET + "@shop.example.com/ login",
            "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBg\\n-----END PRIVATE KEY-----");
    return values.stream()
        .flatMap(
            value ->
                places()
                    .map(
                        place ->
                            DynamicTest.dynamicTest(
                                place + " with " + value,
                                () -> {
                                  String text = place.replace("V", '"' + value + '"');
                                  refuses(core(value), text, "a.yaml");
                                })));
  }

  /** The part of a value that nobody may see. */
  private static String core(String value) {
    return value.contains(SECRET)
        ? SECRET
        : value.contains("MIIE") ? "MIIEvQIBADANBg" : value.substring(value.length() - 12);
  }

  @TestFactory
  Stream<DynamicTest> saysNothingOfOneNearABreakOfYaml() {
    return Stream.of(
            "clientSecret: \"§",
            "clientSecret: '§",
            "clientSecret: !§",
            "clientSecret: !§ x",
            "clientSecret: !§!x y",
            "clientSecret: !<§> x",
            "clientSecret: *§",
            "clientSecret: &§",
            "clientSecret: @§",
            "clientSecret: %§",
            "clientSecret: `§",
            "clientSecret: |§",
            "clientSecret: >2§",
            "clientSecret: a: §",
            "clientSecret: §: ",
            "clientSecret §",
            "clientSecret\n  : §\n a",
            "clientSecret: §\n   b: 1",
            "clientSecret: [§",
            "clientSecret: {§",
            "signIn: {clientSecret: §",
            "signIn: {clientSecret: §]",
            "clientSecret: \"\\x§\"",
            "clientSecret: \"\\u§\"",
            "clientSecret: \"\\§\"",
            "clientSecret: \"§\" §",
            "clientSecret: - §",
            "- §",
            "? [§]\n: b",
            "!§ clientSecret: a",
            "%§\n---\na: b",
            "clientSecret: §\u0007",
            "clientSecret: §\nclientSecret: §",
            "<<: §",
            "\tclientSecret: §")
        .flatMap(text -> Stream.of(PLAIN + text + "\n", text + "\n" + PLAIN))
        .map(text -> text.replace("§", SECRET))
        .filter(text -> !text.startsWith("- "))
        .map(text -> DynamicTest.dynamicTest(text, () -> saysNothingOf(SECRET, text, "a.yaml")));
  }

  @TestFactory
  Stream<DynamicTest> saysNothingOfOneNearABreakOfJson() {
    return Stream.of(
            "{\"clientSecret\": §}",
            "{\"clientSecret\": '§'}",
            "{\"clientSecret\": \u201c§\u201d}",
            "{\"clientSecret\": \"§}",
            "{\"clientSecret\": \"§\n\"}",
            "{\"clientSecret\": \"\\§\"}",
            "{\"clientSecret\": \"\\u§\"}",
            "{\"clientSecret\" \"§\"}",
            "{\"clientSecret\": \"a\" \"§\"}",
            "{\"clientSecret\": 1 §}",
            "{\"clientSecret\": 1§}",
            "{\"clientSecret\": \"§\",}",
            "{clientSecret: \"§\"}",
            "{§: 1}",
            "{\"a\": 1} §",
            "{\"a\": 1} \"§\"",
            "{\"a\": 1} // §",
            "{/* § */ \"a\": 1}",
            "{# §\n\"a\": 1}",
            "{\"a\": \u0007§}",
            "{\"clientSecret\": [\"§\"",
            "{\"clientSecret\": \"§\", \"clientSecret\": \"§\"}",
            "<§>",
            "§")
        .map(text -> text.replace("§", SECRET))
        .map(text -> DynamicTest.dynamicTest(text, () -> saysNothingOf(SECRET, text, "a.json")));
  }

  @Test
  void masksThoseThatAnAddressCarriesToo() throws IOException {
    for (String address :
        List.of(
            "http://login.example.com/token?client_secret=" + SECRET,
            "login.example.com/token?password=" + SECRET + "&a=b",
            "ftp://" + SECRET + "@login.example.com/",
            "https://login.example.com/{x}?access_token=" + SECRET)) {
      saysNothingOf(SECRET, PLAIN + "signIn: {tokenUri: \"" + address + "\"}\n", "a.yaml");
      saysNothingOf(
          SECRET, PLAIN + "expect: [{url: \"" + address + " \", opens: all}]\n", "a.yaml");
    }
  }

  @Test
  void masksThoseThatAKeyHasSwallowed() throws IOException {
    refuses(SECRET, PLAIN + "signIn: {clientSecret " + SECRET + ", clientId: a}\n", "a.yaml");
    refuses(SECRET, PLAIN + "signIn: {\"password=" + SECRET + "\": a}\n", "a.yaml");
    refuses(JWT, PLAIN + "signIn: {\"" + JWT + "\": a}\n", "a.yaml");
  }

  @Test
  void makesNothingOfARegistrationWithOne() throws IOException {
    RegistrationExamination examined =
        RegistrationExamination.of(
            (PLAIN + "x-a: {password: a}\n").getBytes(StandardCharsets.UTF_8), "a.yaml", false);
    assertThat(examined.registration()).isEmpty();
    assertThat(examined.publications()).isEmpty();
  }

  @Test
  void tellsOneFindingAndNoOtherAboutItsPlace() throws IOException {
    assertThat(rules(findings(PLAIN + "signIn: {clientSecret: " + SECRET + "}\n", "a.yaml")))
        .containsExactly("registration/secret-in-registration");
    assertThat(rules(findings(PLAIN + "redirects: [\"" + BASIC + "\"]\n", "a.yaml")))
        .containsExactly("registration/secret-in-registration");
  }

  @Test
  void doesNotTakeWordsForSecrets() throws IOException {
    for (String text :
        List.of(
            "x-a: Basic membership and bearer authentication",
            "x-a: basic shopping",
            "x-a: a token of thanks, the secret of the shop, a password reset",
            "x-a: https://example.com:8443/@corner",
            "x-a: mailto:shop@example.com",
            "x-a: eyJust a word",
            "x-needs-password: true",
            "x-token: ~",
            "signIn: {tokenUri: \"https://login.example.com/token\"}")) {
      assertThat(findings(PLAIN + text + "\n", "a.yaml")).as(text).isEmpty();
    }
    assertThat(
            findings(
                PLAIN.replace(
                    "[/login]",
                    "[/reset-password, {path: /verify, query: {token: \"?*\", secret: \"1\"}}]"),
                "a.yaml"))
        .isEmpty();
  }
}
