package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.ArrayList;
import java.util.List;

/** DNS takes 63 characters between two dots; a longer host cannot exist (RFC 1035 §2.3.4). */
final class LabelTooLong extends ConstraintRule<LabelLength, DeclaredInsightsHub> {

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    List<Offence> offences = new ArrayList<>();
    List<String> tenants = new ArrayList<>();
    tenants.add(value.providerTenant());
    if (value.operatorTenants() != null) {
      tenants.addAll(value.operatorTenants());
    }
    for (String tenant : tenants) {
      String label = tenant + "-" + value.internalName() + "-" + tenant;
      if (tenant != null && value.internalName() != null && label.length() > 63) {
        offences.add(
            new Offence(
                    "the host would begin with "
                        + quote(label)
                        + ", which has "
                        + label.length()
                        + " characters; DNS takes 63",
                    label,
                    "choose a shorter internal name")
                .at("internalName"));
      }
    }
    return offences;
  }
}
