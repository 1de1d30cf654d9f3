package dev.wellknown.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationRequestTest {

  private static AuthorizationRequest fresh(String address, String... scopes) {
    return AuthorizationRequest.fresh(
        address,
        "shop app",
        "https://shop.example.com/login?from=app&x=[1]",
        List.of(scopes),
        Optional.of(ProofKey.S256));
  }

  /** The vector of RFC 7636, appendix B. */
  @Test
  void hashesTheVerifierAsTheStandardDoes() {
    ProofKey key = new ProofKey("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", ProofKey.S256);
    assertThat(key.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(key.toString()).doesNotContain("dBjftJ");
  }

  @Test
  void encodesEverythingThatIsNotUnreserved() {
    assertThat(fresh("https://id.example.com/authorize", "mmna._access", "ünlaut").url())
        .startsWith(
            "https://id.example.com/authorize?response_type=code&client_id=shop%20app"
                + "&redirect_uri=https%3A%2F%2Fshop.example.com%2Flogin%3Ffrom%3Dapp%26x%3D%5B1%5D"
                + "&scope=mmna._access%20%C3%BCnlaut&state=");
  }

  @Test
  void keepsTheQueryOfTheAddress() {
    assertThat(fresh("https://id.example.com/authorize?realm=a").url())
        .startsWith("https://id.example.com/authorize?realm=a&response_type=code&");
    assertThat(fresh("https://id.example.com/authorize?").url())
        .startsWith("https://id.example.com/authorize?response_type=code&");
  }

  @Test
  void makesOtherValuesForEveryRequest() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      AuthorizationRequest request = fresh("https://id.example.com/authorize", "openid");
      String verifier = request.proofKey().orElseThrow().verifier();
      assertThat(request.state()).matches("[A-Za-z0-9_-]{43}");
      assertThat(verifier).matches("[A-Za-z0-9_-]{43}");
      assertThat(seen.add(request.state())).isTrue();
      assertThat(seen.add(verifier)).isTrue();
      assertThat(seen.add(request.nonce().orElseThrow())).isTrue();
    }
  }

  @Test
  void sendsANonceOnlyWhereAnIdTokenIsAskedFor() {
    assertThat(fresh("https://id.example.com/authorize", "profile").url()).doesNotContain("nonce");
    assertThat(fresh("https://id.example.com/authorize", "openid").url()).contains("&nonce=");
  }

  @Test
  void showsNoSecretAsText() {
    AuthorizationRequest request = fresh("https://id.example.com/authorize", "openid");
    assertThat(request.toString())
        .doesNotContain(request.state(), request.nonce().orElseThrow())
        .contains("&state=…");
  }

  @Test
  void refusesAddressesThatWouldGiveTheRequestAway() {
    for (String address :
        List.of(
            "http://id.example.com/authorize",
            "https://user:pw@id.example.com/authorize",
            "https://id.example.com/authorize#top")) {
      assertThatThrownBy(() -> fresh(address)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
