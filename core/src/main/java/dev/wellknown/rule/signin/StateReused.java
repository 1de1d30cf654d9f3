package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.signin.Hop;
import dev.wellknown.signin.Journey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A state that is used twice ties an answer to no request. */
final class StateReused extends JourneyRule {

  StateReused() {
    super(Severity.ERROR, Evidence.DOCUMENTED, "A state is sent again after its answer came");
  }

  @Override
  public List<Finding> check(Journey journey) {
    Set<String> answered = new HashSet<>();
    for (Hop hop : journey.hops()) {
      Optional<String> state = hop.parameter("state");
      if (hop.isAuthorization() && state.isPresent() && answered.contains(state.get())) {
        return List.of(
            finding(
                hop.place(),
                "the request " + quote(hop.shown()) + " has a state that was answered before",
                "make a fresh random state for every request"));
      }
      journey.callbacks().stream()
          .filter(callback -> callback.place().equals(hop.place()))
          .forEach(
              callback ->
                  journey
                      .authorizationBefore(hop.place())
                      .flatMap(sent -> sent.parameter("state"))
                      .filter(callback::carries)
                      .ifPresent(answered::add));
    }
    return List.of();
  }
}
