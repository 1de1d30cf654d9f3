package dev.wellknown.registration.declaration;

import static dev.wellknown.registration.declaration.Offence.KEY;

import java.util.List;

/** Something that the registration cannot do without is not there. */
final class MissingValue extends ConstraintRule<Required, Object> {

  private boolean orAbsent;

  @Override
  public void initialize(Required constraint) {
    orAbsent = constraint.orAbsent();
  }

  @Override
  boolean judgesAbsence() {
    return !orAbsent;
  }

  @Override
  List<Offence> judge(Object value) {
    if (value == null) {
      return List.of(new Offence(KEY + " is missing", null, "add " + KEY));
    }
    return value instanceof List<?> list && list.isEmpty()
        ? List.of(
            new Offence(
                KEY + " is an empty list",
                "[]",
                "add an element to " + KEY + (orAbsent ? ", or leave it out" : "")))
        : List.of();
  }
}
