package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;
import static dev.wellknown.registration.declaration.Offence.KEY;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A team id has ten capitals and digits; it is the first part of every app id. */
final class MalformedTeamId extends ConstraintRule<TeamId, String> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{10}");

  @Override
  List<Offence> judge(String value) {
    return FORM.matcher(value).matches()
        ? List.of()
        : List.of(
            new Offence(
                    KEY + " is " + quote(value) + ", not ten capitals and digits",
                    value,
                    FORM.matcher(value.strip().toUpperCase(Locale.ROOT)).matches()
                        ? "write " + quote(value.strip().toUpperCase(Locale.ROOT))
                        : "copy the Team ID from the membership page of the Apple developer account")
                .expecting("ten characters, A to Z and 0 to 9"));
  }
}
