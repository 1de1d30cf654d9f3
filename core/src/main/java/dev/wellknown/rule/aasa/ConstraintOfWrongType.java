package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A path or fragment that is no text, or a query that is neither text nor object, is reported to
 * count as no constraint; a default does not take its place.
 */
final class ConstraintOfWrongType extends AasaRule {

  ConstraintOfWrongType() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "A path, query or fragment is of a type that devices take as no constraint");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (Scope scope : Scope.in(file)) {
      for (String name : KnownKeys.CONSTRAINTS) {
        JsonValue value = scope.members().get(name);
        if (value != null && !fits(name, value)) {
          findings.add(tell(file, scope, name, value));
        }
      }
    }
    return findings;
  }

  private static boolean fits(String name, JsonValue value) {
    return value instanceof JsonString
        || (name.equals(LinkRule.QUERY) && value instanceof JsonObject);
  }

  private Finding tell(AppSiteAssociation file, Scope scope, String name, JsonValue value) {
    Finding finding =
        finding(
                file.document().at(value),
                quote(name)
                    + " is "
                    + value.inWords()
                    + ", which devices take as no constraint"
                    + (scope.excludes() ? ": the rule excludes more than it says" : ""),
                fix(name, value))
            .withSeen(value.toJson())
            .withExpected(name.equals(LinkRule.QUERY) ? "text or an object" : "text")
            .withApp(scope.app());
    if (scope.excludes()) {
      return finding.withSeverity(Severity.ERROR).withBreaks(BOTH);
    }
    return value instanceof JsonNull && hasAnother(scope.members(), name)
        ? finding.withSeverity(Severity.NOTE)
        : finding;
  }

  private static String fix(String name, JsonValue value) {
    if (value instanceof JsonNull) {
      return "leave the member away, or write a pattern";
    }
    return value instanceof JsonNumber
        ? "put it into quotes: " + quote(name) + ": " + quote(value.toJson())
        : "write a pattern as text" + (name.equals(LinkRule.QUERY) ? ", or an object of them" : "");
  }

  /** Whether something else in the component constrains it. */
  private static boolean hasAnother(JsonObject members, String name) {
    return KnownKeys.CONSTRAINTS.stream()
        .anyMatch(other -> !other.equals(name) && members.text(other) != null);
  }
}
