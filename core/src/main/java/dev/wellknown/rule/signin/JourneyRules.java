package dev.wellknown.rule.signin;

import dev.wellknown.finding.Finding;
import dev.wellknown.rule.Rule;
import dev.wellknown.signin.Journey;
import java.util.List;

/**
 * The rules of group {@code signin} about attempts to sign in. Apart from {@link SignInRules}, so
 * that who examines a registration does not load them.
 */
public final class JourneyRules {

  /** A line for each. */
  public static final List<Rule<Journey>> ALL =
      List.of(
          new StateMissing(),
          new StateChanged(),
          new StateReused(),
          new RedirectNotEncoded(),
          new RedirectNotRegistered(),
          new RedirectDiffersAtToken(),
          new WrongIdentityHost(),
          new StayedInBrowser(),
          new ServerRefused(),
          new HeadersTooLarge(),
          new GrantNotAccepted(),
          new VerifierNotAccepted(),
          new ClientNotAccepted(),
          new PkceNotOffered());

  private JourneyRules() {}

  /** What there is to say about an attempt to sign in. */
  public static List<Finding> check(Journey journey) {
    return ALL.stream().flatMap(rule -> rule.check(journey).stream()).toList();
  }
}
