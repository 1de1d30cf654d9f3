package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/** An internal name that the Developer Cockpit does not take. */
final class MalformedInternalName extends ConstraintRule<InternalName, DeclaredInsightsHub> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,19}");
  private static final Pattern LEGACY = Pattern.compile("[a-z][a-z0-9._-]{0,39}");

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    String name = value.internalName();
    return name == null || (value.takesLegacyNames() ? LEGACY : FORM).matcher(name).matches()
        ? List.of()
        : List.of(
            new Offence(
                    "internal name " + quote(name) + " is none that the Developer Cockpit takes",
                    name,
                    "write up to 20 lower-case letters and digits, beginning with a letter; for an"
                        + " older name add \"legacyNames: true\"")
                .at("internalName"));
  }
}
