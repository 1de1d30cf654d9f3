package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A private scheme that other apps may claim as well (RFC 8252 §7.1). */
final class SchemeWithoutDot extends ConstraintRule<DottedScheme, String> {

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+-]*");

  @Override
  List<Offence> judge(String value) {
    int colon = value.indexOf(':');
    String scheme = colon <= 0 ? "" : value.substring(0, colon).toLowerCase(Locale.ROOT);
    return !SCHEME.matcher(scheme).matches() || SystemSchemes.contains(scheme)
        ? List.of()
        : List.of(
            new Offence(
                "the scheme " + quote(scheme) + " has no dot: any app may claim it, too",
                value,
                "use a domain name of yours, reversed, such as com.example.shop"));
  }
}
