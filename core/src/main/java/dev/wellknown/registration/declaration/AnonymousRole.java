package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;

/** A role by which the app's pages would need no sign-in; it must not be registered. */
final class AnonymousRole extends ConstraintRule<NamedRole, String> {

  @Override
  List<Offence> judge(String value) {
    return value.equalsIgnoreCase("Anonymous")
        ? List.of(
            new Offence(
                "the role " + quote(value) + " must not be registered",
                value,
                "remove it; who has not signed in has no role"))
        : List.of();
  }
}
