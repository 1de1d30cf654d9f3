package dev.wellknown.registration.declaration;

import static dev.wellknown.registration.declaration.Offence.KEY;

import java.util.List;

/** A text that is empty or too long. */
final class UnfitLength extends ConstraintRule<Length, String> {

  private int max;

  @Override
  public void initialize(Length constraint) {
    max = constraint.max();
  }

  @Override
  List<Offence> judge(String value) {
    int length = value.codePointCount(0, value.length());
    if (value.isBlank()) {
      return List.of(
          new Offence(
              KEY + " is blank",
              value,
              "write its text, or leave " + KEY + " out where it is not needed"));
    }
    return length <= max
        ? List.of()
        : List.of(
            new Offence(
                    KEY + " has " + length + " characters, at most " + max + " are taken",
                    value,
                    "shorten it to " + max + " characters")
                .expecting("1 to " + max + " characters"));
  }
}
