package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.declaration.DeclaredInsightsHub.DeclaredComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A component that the Developer Cockpit does not take. */
final class MalformedComponent extends ConstraintRule<BackendComponent, DeclaredComponent> {

  private static final Pattern FORM = Pattern.compile("[^\\p{Lu}\\s]+");

  private static final Pattern RESERVED = Pattern.compile("/?api(/|$)");

  @Override
  List<Offence> judge(DeclaredComponent value) {
    List<Offence> offences = new ArrayList<>();
    if (value.name() != null && !value.name().isBlank() && !FORM.matcher(value.name()).matches()) {
      offences.add(
          new Offence(
                  "component name " + quote(value.name()) + " has capitals or blanks",
                  value.name(),
                  "write it in lower case and without blanks, as in the Developer Cockpit")
              .at("name"));
    }
    List<String> paths = value.paths() == null ? List.of() : value.paths();
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      if (path != null && RESERVED.matcher(path).lookingAt()) {
        offences.add(
            new Offence(
                    "path " + quote(path) + " is taken: the gateway keeps /api and all below it",
                    path,
                    "choose another path")
                .at(Pointer.ROOT.child("paths").child(i)));
      }
    }
    return offences;
  }
}
