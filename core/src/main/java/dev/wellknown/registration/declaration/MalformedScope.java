package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A scope that does not begin with the app's internal name. */
final class MalformedScope extends ConstraintRule<ScopeNames, DeclaredInsightsHub> {

  private static final Pattern FORM = Pattern.compile("\\S+\\.\\S+");

  private static @Nullable String mistake(String scope, String prefix) {
    if (!scope.startsWith(prefix)) {
      return "does not begin with " + quote(prefix);
    }
    if (scope.chars().anyMatch(Character::isWhitespace)) {
      return "has a blank, which would make it two";
    }
    return FORM.matcher(scope).matches() ? null : "is not of the form {internalName}.{scope}";
  }

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    List<Offence> offences = new ArrayList<>();
    String name = value.internalName();
    boolean known = name != null && MalformedInternalName.isInternalName(value, name);
    String prefix = known ? name + "." : "";
    List<@Nullable String> scopes = each(value.scopes());
    for (int i = 0; i < scopes.size(); i++) {
      String scope = scopes.get(i);
      String mistake = scope == null ? null : mistake(scope, prefix);
      if (mistake != null) {
        offences.add(
            new Offence(
                    "scope " + quote(scope) + " " + mistake,
                    scope,
                    "write it as the internal name, a dot, and the name of one scope"
                        + (known ? ": " + quote(prefix + "read") : ""))
                .at(Pointer.ROOT.child("scopes").child(i)));
      }
    }
    return offences;
  }
}
