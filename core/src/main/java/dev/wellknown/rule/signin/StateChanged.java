package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Callback;
import dev.wellknown.signin.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** RFC 6749 §4.1.2: a server gives the exact value back. */
final class StateChanged extends JourneyRule {

  StateChanged() {
    super(Severity.ERROR, Evidence.DOCUMENTED, "What came back has another state than was sent");
  }

  @Override
  public List<Finding> check(Journey journey) {
    List<Finding> findings = new ArrayList<>();
    for (Callback callback : journey.callbacks()) {
      Optional<String> sent =
          journey
              .state()
              .or(
                  () ->
                      journey
                          .authorizationBefore(callback.place())
                          .flatMap(hop -> hop.parameter("state")));
      if (callback.isAmbiguous()) {
        findings.add(
            finding(
                callback.place(),
                "what came back has state or code twice: " + quote(callback.shown()),
                "drop this answer and begin anew: each may stand there once"));
      } else if (callback.hasState() && sent.isPresent() && !callback.carries(sent.get())) {
        findings.add(
            finding(
                callback.place(),
                "what came back has another state than was sent: " + quote(callback.shown()),
                "drop this answer and begin anew: it belongs to another request, or somebody else"
                    + " made it"));
      }
    }
    return findings;
  }
}
