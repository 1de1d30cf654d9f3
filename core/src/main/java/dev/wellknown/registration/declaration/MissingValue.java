package dev.wellknown.registration.declaration;

import java.util.List;

/** Something that the registration cannot do without is not there. */
final class MissingValue extends ConstraintRule<Required, Object> {

  @Override
  boolean judgesAbsence() {
    return true;
  }

  @Override
  List<Offence> judge(Object value) {
    if (value == null) {
      return List.of(new Offence("{key} is missing", null, "add {key}"));
    }
    return value instanceof List<?> list && list.isEmpty()
        ? List.of(new Offence("{key} is an empty list", "[]", "add an element to {key}"))
        : List.of();
  }
}
