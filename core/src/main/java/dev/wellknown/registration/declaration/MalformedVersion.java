package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/** A version that the Developer Cockpit does not take. */
final class MalformedVersion extends ConstraintRule<AppVersion, String> {

  private static final Pattern FORM = Pattern.compile("v?[1-9][0-9]*\\.[0-9]+\\.[0-9]+");

  @Override
  List<Offence> judge(String value) {
    return value.length() <= 30 && FORM.matcher(value).matches()
        ? List.of()
        : List.of(
            new Offence(
                    "version " + quote(value) + " is not MAJOR.MINOR.PATCH with MAJOR from 1",
                    value,
                    "write it like \"1.0.0\", in quotes")
                .expecting("a version such as 1.0.0"));
  }
}
