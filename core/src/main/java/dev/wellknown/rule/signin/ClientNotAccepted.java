package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.List;

/**
 * RFC 6749 §5.2, {@code invalid_client}: id or secret are not those of the registration in force.
 */
final class ClientNotAccepted extends JourneyRule {

  ClientNotAccepted() {
    super(Severity.ERROR, Evidence.DOCUMENTED, "The server does not take the client");
  }

  @Override
  public List<Finding> check(Journey journey) {
    return errors(journey, OAuthError.Kind.CLIENT_UNKNOWN, OAuthError.Kind.CLIENT_SECRET).stream()
        .map(
            error ->
                finding(
                    error.place(),
                    "the server says " + quote(error.told()),
                    error.kind() == OAuthError.Kind.CLIENT_UNKNOWN
                        ? "compare the client id with the registered one, and the server's host with"
                            + " the tenant that owns it"
                        : "use the secret of the last registration (on Insights Hub it is shown once,"
                            + " and a new registration may make a new one), and send it as Basic"
                            + " base64(id:secret), without a line end, to the owner's tenant"))
        .toList();
  }
}
