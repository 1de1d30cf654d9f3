package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;
import static dev.wellknown.registration.declaration.Offence.KEY;

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
                KEY + " is " + quote(value) + ", but known are: " + all,
                value,
                NearMiss.of(value, known)
                    .map(meant -> "write " + quote(meant))
                    .orElse(known.size() == 1 ? "write " + quote(all) : "write one of: " + all))
            .expecting(all));
  }
}
