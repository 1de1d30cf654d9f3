package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.ArrayList;
import java.util.List;

/** An old internal name that does not make a plain label of a host name. */
final class LegacyInternalName extends ConstraintRule<PortableName, DeclaredInsightsHub> {

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    String name = value.internalName();
    if (name == null
        || !value.takesLegacyNames()
        || !MalformedInternalName.isInternalName(value, name)) {
      return List.of();
    }
    List<Offence> offences = new ArrayList<>();
    if (name.contains(".")) {
      offences.add(
          new Offence(
                  "internal name "
                      + quote(name)
                      + " has a dot: the host gets a label more, and"
                      + " leaves the platform's wildcard certificate",
                  name,
                  "register the app anew under a name without dots")
              .at("internalName"));
    }
    if (name.contains("_")) {
      offences.add(
          new Offence(
                  "internal name "
                      + quote(name)
                      + " has an underscore, which host names cannot"
                      + " have",
                  name,
                  "register the app anew under a name without underscores")
              .at("internalName"));
    }
    return offences;
  }
}
