package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import dev.wellknown.registration.declaration.DeclaredInsightsHub.DeclaredComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A component that the Developer Cockpit does not take. */
final class MalformedComponent extends ConstraintRule<BackendComponent, DeclaredComponent> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*");

  @Override
  List<Offence> judge(DeclaredComponent value) {
    List<Offence> offences = new ArrayList<>();
    if (value.name() != null && !FORM.matcher(value.name()).matches()) {
      offences.add(
          new Offence(
                  "component name " + quote(value.name()) + " is not in lower case",
                  value.name(),
                  "write lower-case letters, digits and hyphens")
              .at("name"));
    }
    List<String> paths = value.paths() == null ? List.of() : value.paths();
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      if (path != null && (path.equals("/api") || path.startsWith("/api/"))) {
        offences.add(
            new Offence(
                    "path " + quote(path) + " lies below /api, which the gateway keeps for itself",
                    path,
                    "choose another path")
                .at(Pointer.ROOT.child("paths").child(i)));
      }
    }
    return offences;
  }
}
