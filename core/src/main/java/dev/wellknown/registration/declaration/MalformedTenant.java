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
  private static final Pattern LEGACY = Pattern.compile("[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?");

  private static void judge(
      DeclaredInsightsHub hub, @Nullable String tenant, Pointer at, List<Offence> offences) {
    if (tenant == null || (hub.takesLegacyNames() ? LEGACY : FORM).matcher(tenant).matches()) {
      return;
    }
    offences.add(
        new Offence(
                "tenant " + quote(tenant) + " is none that Insights Hub creates",
                tenant,
                "write the tenant id: 2 to 8 lower-case letters and digits, beginning with a"
                    + " letter; for an older name add \"legacyNames: true\"")
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
