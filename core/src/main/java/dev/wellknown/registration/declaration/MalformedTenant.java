package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name that Insights Hub gives to no tenant. */
final class MalformedTenant extends ConstraintRule<TenantNames, DeclaredInsightsHub> {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{1,7}");
  private static final Pattern LEGACY =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,18}[A-Za-z0-9])?");

  static boolean isTenant(DeclaredInsightsHub hub, String text) {
    return (hub.takesLegacyNames() ? LEGACY : FORM).matcher(text).matches();
  }

  private static void judge(
      DeclaredInsightsHub hub, @Nullable String tenant, Pointer at, List<Offence> offences) {
    if (tenant == null || isTenant(hub, tenant)) {
      return;
    }
    String fix =
        hub.takesLegacyNames()
            ? "write the tenant id: up to 20 letters, digits and inner hyphens"
            : "write the tenant id: 2 to 8 lower-case letters and digits, beginning with a letter;"
                + " for an older name add \"legacyNames: true\"";
    offences.add(
        new Offence("tenant " + quote(tenant) + " is none that Insights Hub creates", tenant, fix)
            .at(at));
  }

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    List<Offence> offences = new ArrayList<>();
    judge(value, value.providerTenant(), Pointer.ROOT.child("providerTenant"), offences);
    List<String> operators = value.operatorTenants() == null ? List.of() : value.operatorTenants();
    for (int i = 0; i < operators.size(); i++) {
      judge(value, operators.get(i), Pointer.ROOT.child("operatorTenants").child(i), offences);
    }
    return offences;
  }
}
