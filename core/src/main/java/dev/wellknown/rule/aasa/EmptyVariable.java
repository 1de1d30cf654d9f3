package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A variable without values is reported to let a pattern match nothing. */
final class EmptyVariable extends AasaRule {

  EmptyVariable() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "A substitution variable has no values, so patterns with it match nothing");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject variables = file.variables();
    if (variables == null) {
      return List.of();
    }
    Set<String> used = Variables.usedIn(file);
    List<Finding> findings = new ArrayList<>();
    for (JsonObject.Member variable : variables.members()) {
      if (variable.value() instanceof JsonArray values && values.elements().isEmpty()) {
        boolean isUsed = used.contains(variable.name());
        Finding finding =
            finding(
                    file.document().at(values),
                    "the variable "
                        + quote(variable.name())
                        + " has no values"
                        + (isUsed ? ", so the patterns that use it match nothing" : ""),
                    isUsed
                        ? "list its values"
                        : "list its values, or remove it: no pattern uses it")
                .withSeen("[]");
        findings.add(isUsed ? finding : finding.withSeverity(Severity.NOTE).withBreaks(NONE));
      }
    }
    return findings;
  }
}
