package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/** A part of the derived host that DNS does not take. */
final class MalformedLabel extends ConstraintRule<HostLabels, String> {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  @Override
  List<Offence> judge(String value) {
    return FORM.matcher(value).matches()
        ? List.of()
        : List.of(
            new Offence(
                "{key} is " + quote(value) + ", not a part of a host name",
                value,
                "write lower-case letters, digits and hyphens, such as \"eu1\""));
  }
}
