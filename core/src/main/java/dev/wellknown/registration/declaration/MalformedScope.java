package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import java.util.ArrayList;
import java.util.List;

/** A scope that does not begin with the app's internal name. */
final class MalformedScope extends ConstraintRule<ScopeNames, DeclaredInsightsHub> {

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    List<Offence> offences = new ArrayList<>();
    List<String> scopes = value.scopes() == null ? List.of() : value.scopes();
    for (int i = 0; i < scopes.size(); i++) {
      String scope = scopes.get(i);
      String prefix = value.internalName() + ".";
      if (scope != null
          && value.internalName() != null
          && (!scope.startsWith(prefix) || scope.length() == prefix.length())) {
        offences.add(
            new Offence(
                    "scope " + quote(scope) + " does not begin with " + quote(prefix),
                    scope,
                    "write it as " + quote(prefix + "name"))
                .at(Pointer.ROOT.child("scopes").child(i)));
      }
    }
    return offences;
  }
}
