package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Seen with Apple's own tool: one value that is no text, and the whole object is dropped. */
final class QueryValueNotText extends AasaRule {

  QueryValueNotText() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.OBSERVED,
        "A query item's pattern is not text, so the whole query is not compared");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (Scope scope : Scope.in(file)) {
      JsonObject query = scope.members().object(LinkRule.QUERY);
      if (query == null) {
        continue;
      }
      for (JsonObject.Member item : query.members()) {
        if (!(item.value() instanceof JsonString)) {
          findings.add(tell(file, scope, item));
        }
      }
    }
    return findings;
  }

  private Finding tell(AppSiteAssociation file, Scope scope, JsonObject.Member item) {
    JsonValue value = item.value();
    boolean plain = value instanceof JsonNumber || value instanceof JsonBoolean;
    Finding finding =
        finding(
                file.document().at(value),
                "the pattern for "
                    + quote(item.name())
                    + " is "
                    + value.inWords()
                    + ", and devices drop all of \"?\": any query matches"
                    + (scope.excludes() ? ", and is excluded" : ""),
                plain
                    ? "put it into quotes: " + quote(item.name()) + ": " + quote(value.toJson())
                    : "write a pattern as text: \"?*\" for any value, \"*\" for any or none")
            .withSeen(value.toJson())
            .withExpected("text")
            .withApp(scope.app());
    return scope.excludes() ? finding.withSeverity(Severity.ERROR).withBreaks(BOTH) : finding;
  }
}
