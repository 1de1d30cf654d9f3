package dev.wellknown.registration.declaration;

import java.util.List;

/** Hosts of Insights Hub follow from its names; a second list could only disagree. */
final class HostsBesideInsightsHub extends ConstraintRule<OneProfile, Declaration> {

  @Override
  List<Offence> judge(Declaration value) {
    return value.insightsHub() == null || value.hosts() == null
        ? List.of()
        : List.of(
            new Offence(
                    "\"hosts\" stands beside \"insightsHub\", from which the hosts follow",
                    null,
                    "remove one of the two")
                .at("hosts"));
  }
}
