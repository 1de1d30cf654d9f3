package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/** A display name that the Developer Cockpit does not take. */
final class MalformedDisplayName extends ConstraintRule<DisplayName, String> {

  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N} ]{1,50}");

  @Override
  List<Offence> judge(String value) {
    return FORM.matcher(value).matches()
        ? List.of()
        : List.of(
            new Offence(
                "display name " + quote(value) + " is none that the Developer Cockpit takes",
                value,
                "write up to 50 letters, digits and blanks"));
  }
}
