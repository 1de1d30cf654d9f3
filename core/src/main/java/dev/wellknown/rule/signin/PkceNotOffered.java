package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import dev.wellknown.registration.Registration;
import dev.wellknown.registration.SignIn;
import dev.wellknown.signin.Hop;
import dev.wellknown.signin.Journey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** RFC 8414 §2: discovery lists the methods that a server knows. */
final class PkceNotOffered extends JourneyRule {

  PkceNotOffered() {
    super(
        Severity.WARNING,
        Evidence.DOCUMENTED,
        "The server does not say that it knows PKCE with S256");
  }

  private static final Pattern DISCOVERY =
      Pattern.compile(
          "[^?#]*/[.]well-known/(openid-configuration|oauth-authorization-server)([/?#].*)?");
  private static final int OK = 200;

  @Override
  public List<Finding> check(Journey journey) {
    boolean unwanted =
        journey
            .registration()
            .flatMap(Registration::signIn)
            .map(SignIn::pkce)
            .filter("none"::equals)
            .isPresent();
    List<Finding> findings = new ArrayList<>();
    for (Hop hop : journey.hops()) {
      Integer status = hop.status();
      if (!unwanted && status != null && status == OK && DISCOVERY.matcher(hop.url()).matches()) {
        judge(hop).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> judge(Hop hop) {
    Document document =
        Document.confidentialJson(hop.body().getBytes(StandardCharsets.UTF_8), hop.url());
    JsonObject object = document.value().map(JsonValue::asObject).orElse(null);
    if (object == null) {
      return Optional.empty();
    }
    JsonArray methods = object.array("code_challenge_methods_supported");
    boolean offered =
        methods != null
            && methods.elements().stream().anyMatch(each -> "S256".equals(each.asText()));
    return offered
        ? Optional.empty()
        : Optional.of(
            finding(
                hop.place(),
                quote(hop.shown())
                    + (methods == null
                        ? " lists no methods of PKCE"
                        : " lists the methods " + methods.toJson() + " of PKCE, not S256"),
                "ask who runs the server; a server that does not know PKCE ignores it, and then a"
                    + " claimed https redirect is what protects the code"));
  }
}
