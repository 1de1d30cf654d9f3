package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/** A scheme that is none, belongs to the system, or is so common that other apps claim it too. */
final class MalformedScheme extends ConstraintRule<CustomScheme, String> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9+.-]*");

  @Override
  List<Offence> judge(String value) {
    String mistake = null;
    if (!FORM.matcher(value).matches()) {
      mistake =
          value.contains("_")
              ? "has an underscore, which schemes cannot have"
              : "is no scheme: lower-case letters, digits, plus, dot and hyphen, beginning with a"
                  + " letter";
    } else if (SystemSchemes.contains(value)) {
      mistake = "belongs to the system";
    } else if (!value.contains(".") && value.length() < 8) {
      mistake = "is so short that other apps may claim it, too";
    }
    return mistake == null
        ? List.of()
        : List.of(
            new Offence(
                "scheme " + quote(value) + " " + mistake,
                value,
                "use company and app, reversed and with dots, such as com.example.shop"));
  }
}
