package dev.wellknown.rule.signin;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import dev.wellknown.signin.Journey;
import dev.wellknown.signin.OAuthError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A rule about an attempt to sign in. Whatever it quotes, it masks. */
abstract class JourneyRule extends Rule<Journey> {

  JourneyRule(Severity severity, Evidence evidence, String summary) {
    super("signin", severity, Set.of(), evidence, summary);
  }

  /** What servers said that comes down to one of these. */
  static List<OAuthError> errors(Journey journey, OAuthError.Kind... kinds) {
    return journey.errors().stream()
        .filter(error -> Arrays.asList(kinds).contains(error.kind()))
        .toList();
  }
}
