package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Apple: values may hold wildcards, but no other variables. */
final class NestedVariable extends AasaRule {

  NestedVariable() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "A substitution variable's value names another variable, so the value is passed over");
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
      if (variable.value() instanceof JsonArray values) {
        for (JsonValue value : values.elements()) {
          if (value instanceof JsonString text && text.value().contains("$(")) {
            Finding finding =
                finding(
                        file.document().at(value),
                        "the value "
                            + quote(text.value())
                            + " of the variable "
                            + quote(variable.name())
                            + " names a variable, and is passed over",
                        "write the values out; they may hold * and ?")
                    .withSeen(text.value());
            findings.add(
                used.contains(variable.name())
                    ? finding
                    : finding.withSeverity(Severity.NOTE).withBreaks(NONE));
          }
        }
      }
    }
    return findings;
  }
}
