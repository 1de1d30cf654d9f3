package dev.wellknown.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wellknown.signin.ProofKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInStartTest {

  private static final String HUB =
      """
      format: wellknown/1
      name: Machine monitor
      insightsHub: {providerTenant: demo, internalName: mmna, operatorTenants: [oper]}
      apps:
        - ios: {teamId: K7M2Q9XR4T, bundleId: com.machinemonitor.mobile}
      """;
  private static final String OPERATORS = "https://oper-mmna-oper.eu1.mindsphere.io/login";
  private static final String SHOP =
      """
      format: wellknown/1
      name: Corner shop
      hosts: [shop.example.com]
      apps:
        - ios: {teamId: K7M2Q9XR4T, bundleId: com.cornershop.app}
          links: [/login]
      """;

  @TempDir Path directory;

  private SignInStart start(String text, String tenant, String redirect) throws IOException {
    Files.writeString(directory.resolve("r.yaml"), text);
    return SignInStart.of(
        new Inputs(directory, InputStream.nullInputStream()),
        "r.yaml",
        Optional.of(tenant).filter(each -> !each.isEmpty()),
        Optional.of(redirect).filter(each -> !each.isEmpty()));
  }

  @Test
  void followsFromInsightsHubAloneForEveryTenant() throws IOException {
    SignInStart start = start(HUB, "", "");
    assertThat(start.requests()).hasSize(2);
    SignInStart.Prepared operator = start.requests().get(1);
    assertThat(operator.tenant()).isEqualTo("oper");
    assertThat(operator.tokenUri()).isEqualTo("https://oper.piam.eu1.mindsphere.io/oauth/token");
    assertThat(operator.request().url())
        .startsWith(
            "https://oper.piam.eu1.mindsphere.io/oauth/authorize?response_type=code"
                + "&client_id=mobile-client-oper-mmna"
                + "&redirect_uri=https%3A%2F%2Foper-mmna-oper.eu1.mindsphere.io%2Flogin"
                + "&scope=mmna._access&state=")
        .contains("&code_challenge_method=S256");
    assertThat(operator.inferred()).hasSize(4);
    assertThat(start.requests().get(0).request().state()).isNotEqualTo(operator.request().state());
    assertThat(start(HUB, "demo", "").requests()).singleElement();
  }

  @Test
  void sendsNoTenantToAnothersRedirect() throws IOException {
    assertThat(start(HUB, "", OPERATORS).requests())
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.tenant()).isEqualTo("oper");
              assertThat(only.request().redirectUri()).isEqualTo(OPERATORS);
            });
    assertThatThrownBy(() -> start(HUB, "demo", OPERATORS))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("on the host of another tenant than \"demo\"");
    assertThat(start(HUB, "", "").requests())
        .flatExtracting(SignInStart.Prepared::inferred)
        .noneMatch(words -> words.contains("redirects this one is used"));
    String scheme = "com.machinemonitor.mobile:/login";
    SignInStart both = start(HUB + "redirects: [\"" + scheme + "\"]\n", "", "");
    assertThat(both.requests())
        .allSatisfy(
            each -> assertThat(each.inferred()).anyMatch(words -> words.startsWith("of 2 ")));
    assertThat(start(HUB + "redirects: [\"" + scheme + "\"]\n", "", scheme).requests()).hasSize(2);
  }

  @Test
  void keepsWhatTheRegistrationSays() throws IOException {
    SignInStart.Prepared prepared =
        start(
                HUB
                    + "signIn: {clientId: own-client, authorizeUri: \"https://id.example.com/a\","
                    + " pkce: none, scopes: [openid, mmna._access]}\n",
                "oper",
                "")
            .requests()
            .get(0);
    assertThat(prepared.request().url())
        .startsWith("https://id.example.com/a?response_type=code&client_id=own-client&")
        .contains("&scope=openid%20mmna._access&", "&nonce=")
        .doesNotContain("code_challenge");
  }

  @Test
  void sendsTheProofKeyThatIsWanted() throws IOException {
    String base =
        SHOP
            + "redirects: [\"com.cornershop.app:/login\", \"https://shop.example.com/login\"]\n"
            + "signIn: {authorizeUri: \"https://id.example.com/a\", clientId: shop, pkce: ";
    assertThat(start(base + "plain}", "", "").requests().get(0).request().proofKey())
        .map(ProofKey::method)
        .contains("plain");
    SignInStart.Prepared first = start(base + "S256}", "", "").requests().get(0);
    assertThat(first.request().redirectUri()).isEqualTo("https://shop.example.com/login");
    assertThat(first.inferred()).singleElement().asString().contains("--redirect");
    assertThat(
            start(base + "S256}", "", "com.cornershop.app:/login")
                .requests()
                .get(0)
                .request()
                .redirectUri())
        .isEqualTo("com.cornershop.app:/login");
  }

  @Test
  void saysWhatARegistrationLacks() {
    assertThatThrownBy(() -> start(SHOP, "", ""))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("add signIn, with authorizeUri and clientId");
    assertThatThrownBy(() -> start(SHOP + "signIn: {clientId: shop}\n", "", ""))
        .hasMessageContaining("add signIn.authorizeUri");
    assertThatThrownBy(() -> start(HUB, "nobody", "")).hasMessageContaining("it has demo, oper");
    assertThatThrownBy(() -> start(HUB, "opr", ""))
        .hasMessageContaining("no tenant \"opr\"; did you mean oper? it has demo, oper");
    assertThatThrownBy(() -> start(HUB, "", OPERATORS.replace("login", "logn")))
        .hasMessageContaining("did you mean " + OPERATORS + "?");
    assertThatThrownBy(() -> start(HUB, "", "app:/x")).hasMessageContaining("has no redirect");
  }

  @Test
  void tellsTheErrorsOfARegistrationInstead() throws IOException {
    SignInStart start = start(SHOP.replace("K7M2Q9XR4T", "short"), "", "");
    assertThat(start.requests()).isEmpty();
    assertThat(start.findings()).isNotEmpty();
  }
}
