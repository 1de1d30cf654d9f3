package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Callback;
import dev.wellknown.signin.Journey;
import java.util.ArrayList;
import java.util.List;

/** RFC 6749 §10.12, RFC 8252 §8.9: without it anybody can hand the app a code. */
final class StateMissing extends JourneyRule {

  StateMissing() {
    super(
        Severity.ERROR,
        Evidence.DOCUMENTED,
        "A sign-in is asked for, or comes back, without a state");
  }

  @Override
  public List<Finding> check(Journey journey) {
    List<Finding> findings = new ArrayList<>();
    journey.authorizations().stream()
        .filter(hop -> hop.parameter("state").isEmpty())
        .findFirst()
        .ifPresent(
            hop ->
                findings.add(
                    finding(
                        hop.place(),
                        "the request " + quote(hop.shown()) + " has no state",
                        "send a fresh random state with every request, and compare it when the"
                            + " answer comes; \"wellknown signin\" makes one")));
    for (Callback callback : journey.callbacks()) {
      boolean sent =
          journey.state().isPresent()
              || journey
                  .authorizationBefore(callback.place())
                  .flatMap(hop -> hop.parameter("state"))
                  .isPresent();
      if (sent && !callback.hasState()) {
        findings.add(
            finding(
                callback.place(),
                "what came back has no state, and one was sent: " + quote(callback.shown()),
                "drop this answer and begin anew; a server gives the state back unchanged, so look"
                    + " at what rewrites the address on its way"));
      }
    }
    return findings;
  }
}
