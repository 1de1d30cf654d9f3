package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;
import static dev.wellknown.registration.declaration.Offence.KEY;

import java.util.List;
import java.util.regex.Pattern;

/** A part of the derived host that DNS does not take. */
final class MalformedLabel extends ConstraintRule<HostLabels, String> {

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  static boolean isLabel(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  List<Offence> judge(String value) {
    return isLabel(value)
        ? List.of()
        : List.of(
            new Offence(
                KEY + " is " + quote(value) + ", not a part of a host name",
                value,
                "write letters, digits and inner hyphens, such as \"eu1\""));
  }
}
