package dev.wellknown.registration.declaration;

import java.util.List;

/** Nobody knows where the files are to be served. */
final class MissingHosts extends ConstraintRule<HostsGiven, Declaration> {

  @Override
  List<Offence> judge(Declaration value) {
    boolean none = value.hosts() == null || value.hosts().isEmpty();
    return value.insightsHub() != null || !none
        ? List.of()
        : List.of(
            new Offence(
                    "no host is declared",
                    null,
                    "add \"hosts\" with every host that serves the two files, or \"insightsHub\"")
                .at("hosts")
                .unlessToldOf("hosts", "insightsHub"));
  }
}
