package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.NearMiss;
import java.util.List;

/** A text that is none of those which are known. */
final class UnknownValue extends ConstraintRule<OneOf, String> {

  private List<String> known = List.of();

  @Override
  public void initialize(OneOf constraint) {
    known = List.of(constraint.value());
  }

  @Override
  List<Offence> judge(String value) {
    if (known.contains(value)) {
      return List.of();
    }
    String all = String.join(", ", known);
    return List.of(
        new Offence(
                "{key} is " + quote(value) + ", but known are: " + all,
                value,
                NearMiss.of(value, known)
                    .map(meant -> "write " + quote(meant))
                    .orElse("write one of: " + all))
            .expecting(all));
  }
}
