package dev.wellknown.rule.signin;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.SignIn;
import java.util.List;

/** RFC 8252 §8.1 demands PKCE of public native apps, RFC 7636 §4.2 S256 of all that can. */
final class PublicClientWithoutPkce extends PlanRule {

  PublicClientWithoutPkce() {
    super(
        Severity.WARNING,
        Evidence.DOCUMENTED,
        "A public client signs in without a proof key, or sends it in the open");
  }

  @Override
  public List<Finding> check(Plan plan) {
    SignIn signIn = plan.signIn();
    String pkce = signIn.pkce();
    if (!"public".equals(signIn.clientType()) || pkce == null) {
      return List.of();
    }
    return switch (pkce) {
      case "none" ->
          List.of(
              finding(
                      plan.at("pkce"),
                      "a public client signs in without PKCE: who catches the code can use it",
                      "send a proof key: pkce S256, if the server knows it")
                  .withSeen(pkce));
      case "plain" ->
          List.of(
              finding(
                      plan.at("pkce"),
                      "the proof key is sent as it is (plain): who reads the request can use the"
                          + " code",
                      "write pkce S256, which every system can compute")
                  .withSeen(pkce));
      default -> List.of();
    };
  }
}
