package dev.wellknown.registration.declaration;

import static dev.wellknown.registration.declaration.Offence.KEY;

import java.util.List;

/** A number that is not greater than zero. */
final class UnfitNumber extends ConstraintRule<Positive, Integer> {

  @Override
  List<Offence> judge(Integer value) {
    return value > 0
        ? List.of()
        : List.of(
            new Offence(
                KEY + " is " + value,
                String.valueOf(value),
                "write a number greater than zero, or leave " + KEY + " out"));
  }
}
