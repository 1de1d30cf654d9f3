package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;
import java.util.regex.Pattern;

/** An internal name that the Developer Cockpit does not take. */
final class MalformedInternalName extends ConstraintRule<InternalName, DeclaredInsightsHub> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,19}");
  private static final Pattern LEGACY = Pattern.compile("[a-z][a-z0-9._-]{0,39}");

  /** In the host, the tenant and a hyphen stand on both sides; no label may begin or end so. */
  private static final Pattern NO_LABELS = Pattern.compile(".*\\.([.-].*)?|.*-\\..*");

  static boolean isInternalName(DeclaredInsightsHub hub, String text) {
    return hub.takesLegacyNames()
        ? LEGACY.matcher(text).matches() && !NO_LABELS.matcher(text).matches()
        : FORM.matcher(text).matches();
  }

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    String name = value.internalName();
    if (name == null || isInternalName(value, name)) {
      return List.of();
    }
    boolean taken = value.takesLegacyNames() && LEGACY.matcher(name).matches();
    String mistake =
        taken
            ? " leaves a part of the host empty, or with a hyphen at its end"
            : " is none that the Developer Cockpit takes";
    String fix =
        value.takesLegacyNames()
            ? "copy the internal name from the Developer Cockpit: up to 40 lower-case letters,"
                + " digits, dots, hyphens and underscores, beginning with a letter"
            : "write up to 20 lower-case letters and digits, beginning with a letter; for an"
                + " older name add \"legacyNames: true\"";
    return List.of(
        new Offence("internal name " + quote(name) + mistake, name, fix).at("internalName"));
  }
}
