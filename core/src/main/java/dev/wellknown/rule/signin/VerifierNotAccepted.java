package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.List;

/** RFC 7636 §4.6: the server hashes the verifier and compares. */
final class VerifierNotAccepted extends JourneyRule {

  VerifierNotAccepted() {
    super(Severity.ERROR, Evidence.DOCUMENTED, "The code verifier does not fit the code challenge");
  }

  @Override
  public List<Finding> check(Journey journey) {
    return errors(journey, OAuthError.Kind.VERIFIER).stream()
        .map(
            error ->
                finding(
                    error.place(),
                    "the server says " + quote(error.told()),
                    "send the code_verifier of this very sign-in, 43 to 128 characters, and as"
                        + " code_challenge its SHA-256 in base64url without ="))
        .toList();
  }
}
