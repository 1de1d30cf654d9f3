package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonObject;
import java.util.List;

/** Devices are reported to skip members whose value is not an object. */
final class ServiceNotAnObject extends AasaRule {

  ServiceNotAnObject() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "The value of a service is not an object, so the service is skipped");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject root = file.root();
    if (root == null) {
      return List.of();
    }
    return root.members().stream()
        .filter(member -> KnownKeys.ROOT.reads(member.name()))
        .filter(
            member ->
                !(member.value() instanceof JsonObject) && !(member.value() instanceof JsonNull))
        .map(
            member ->
                finding(
                        file.document().at(member.value()),
                        quote(member.name())
                            + " is "
                            + member.value().inWords()
                            + ", not an object: devices skip the service",
                        member.name().equals(AppSiteAssociation.APPLINKS)
                            ? "write an object with \"details\" in it"
                            : "write an object with \"apps\" in it: {\"apps\": [\"…\"]}")
                    .withSeen(member.value().toJson())
                    .withExpected("an object"))
        .toList();
  }
}
