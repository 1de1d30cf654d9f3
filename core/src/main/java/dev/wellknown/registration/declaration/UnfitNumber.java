package dev.wellknown.registration.declaration;

import java.util.List;

/** A number that is not greater than zero. */
final class UnfitNumber extends ConstraintRule<Positive, Integer> {

  @Override
  List<Offence> judge(Integer value) {
    return value > 0
        ? List.of()
        : List.of(
            new Offence(
                "{key} is " + value,
                String.valueOf(value),
                "write a number greater than zero, or leave {key} out"));
  }
}
