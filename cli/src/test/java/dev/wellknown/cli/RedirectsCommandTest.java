package dev.wellknown.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedirectsCommandTest {

  private static final String HOST = "shop.example.com";

  @TempDir Path directory;

  /** What a run left behind. */
  private record Result(int code, String out, String err) {}

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(
        directory.resolve("wellknown.yaml"),
        """
        format: wellknown/1
        name: Corner shop
        hosts: [shop.example.com]
        apps:
          - purposes: [links, credentials]
            ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}
            links: [/login]
        redirects: ["https://shop.example.com/login"]
        signIn: {authorizeUri: "https://id.example.com/authorize", iosAgent: web-auth-https}
        """);
  }

  private Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Main.run(InputStream.nullInputStream(), out, err, Map.of(), directory, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Result live(LocalSite site, String... more) {
    List<String> args =
        new ArrayList<>(List.of("redirects", "--live", "--cacert", site.authority()));
    args.addAll(List.of("--connect-to", site.mapping(HOST), "--connect-to"));
    args.add(site.mapping("id.example.com"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void saysThatARedirectComesBack() {
    Result result = run("redirects");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(
            "https://shop.example.com/login\n  returns  apple  K7M2Q9XR4T.com.cornershop.app\n",
            "not examined: the app's entitlements",
            "1 returns, 0 may stay, 0 lost, 0 unknown");
  }

  @Test
  void looksAtTheAppsOwnFile() throws IOException {
    Files.writeString(
        directory.resolve("App.entitlements"),
        """
        <plist version="1.0"><dict><key>com.apple.developer.associated-domains</key>
        <array><string>applinks:shop.example.com</string></array></dict></plist>
        """);
    Result result = run("redirects", "--app", "App.entitlements");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out())
        .contains("  lost  apple", "[signin/host-not-entitled]", "webcredentials:shop.example.com");
    assertThat(run("redirects", "--app", "wellknown.yaml").code()).isEqualTo(2);
    assertThat(run("redirects", "--app", "nothing").err()).contains("nothing does not exist");
  }

  @Test
  void looksAtAFileForTheAppThatIsNamed() throws IOException {
    Files.writeString(
        directory.resolve("App.entitlements"),
        """
        <plist version="1.0"><dict><key>com.apple.developer.associated-domains</key>
        <array><string>applinks:shop.example.com</string></array></dict></plist>
        """);
    assertThat(run("redirects", "--app", "K7M2Q9XR4T.com.cornershop.app=App.entitlements").out())
        .contains("[signin/host-not-entitled]");
    Result unknown = run("redirects", "--app", "K7M2Q9XR4T.com.cornershop.ap=App.entitlements");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("did you mean K7M2Q9XR4T.com.cornershop.app?");
  }

  @Test
  void looksAtTheFilesThatHostsServe() throws Exception {
    String aasa = "https://" + HOST + "/.well-known/apple-app-site-association";
    try (LocalSite site = new LocalSite(directory, HOST, "id.example.com")) {
      Result absent = live(site);
      assertThat(absent.code()).isEqualTo(1);
      assertThat(absent.out()).contains("  lost  apple", "[serving/not-found]");
      site.answer(aasa, 503, Map.of("Retry-After", "1"), "");
      Result asleep = live(site, "--retry", "0");
      assertThat(asleep.code()).isEqualTo(3);
      assertThat(asleep.out()).contains("  unknown  apple", "not examined: the file of");
      site.serve(
          aasa,
          """
          {'applinks': {'details': [{'appIDs': ['K7M2Q9XR4T.com.cornershop.app'],
            'components': [{'/': '/login'}]}]},
           'webcredentials': {'apps': ['K7M2Q9XR4T.com.cornershop.app']}}
          """);
      site.serve(
          "https://id.example.com/.well-known/openid-configuration",
          "{'code_challenge_methods_supported': ['plain']}");
      Result served = live(site);
      // Other links of the registration may be missing there.
      Files.writeString(
          directory.resolve("wellknown.yaml"),
          Files.readString(directory.resolve("wellknown.yaml"))
              .replace("[/login]", "[/login, /help]"));
      assertThat(live(site).out()).contains("  returns  apple");
      assertThat(served.out())
          .contains("  returns  apple", "[signin/pkce-not-offered]", "under the condition");
      assertThat(served.code()).isZero();
    }
  }

  @Test
  void givesProgramsItsVerdicts() {
    Result result = run("redirects", "--format", "json");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("\"format\": \"wellknown-redirects/1\"", "\"verdict\": \"returns\"");
  }

  @Test
  void tellsTheErrorsOfARegistrationInstead() throws IOException {
    Files.writeString(directory.resolve("wellknown.yaml"), "format: wellknown/1\n");
    Result result = run("redirects");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("[registration/missing-value]");
  }
}
