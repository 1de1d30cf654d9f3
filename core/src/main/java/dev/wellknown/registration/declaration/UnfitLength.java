package dev.wellknown.registration.declaration;

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
      return List.of(new Offence("{key} is blank", value, "write a text, or leave {key} out"));
    }
    return length <= max
        ? List.of()
        : List.of(
            new Offence(
                    "{key} has " + length + " characters, at most " + max + " are taken",
                    value,
                    "shorten it to " + max + " characters")
                .expecting("1 to " + max + " characters"));
  }
}
