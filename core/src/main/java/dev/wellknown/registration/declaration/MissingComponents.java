package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;

/** An app with an infrastructure has a backend, and its components must be named. */
final class MissingComponents extends ConstraintRule<ComponentsGiven, DeclaredInsightsHub> {

  @Override
  List<Offence> judge(DeclaredInsightsHub value) {
    boolean none = value.components() == null || value.components().isEmpty();
    boolean backend =
        List.of("cloud-foundry", "self-hosted").contains(String.valueOf(value.infrastructure()));
    return backend && none
        ? List.of(
            new Offence(
                    "infrastructure is "
                        + quote(value.infrastructure())
                        + ", but no component is named",
                    null,
                    "add \"components\" with name, url and paths, or write infrastructure: none")
                .at("components")
                .unlessToldOf("components"))
        : List.of();
  }
}
