package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A missing item counts as an empty value, which {@code *} accepts; {@code ?*} is the pattern that
 * demands one. Seen with Apple's own tool.
 */
final class QueryItemNotRequired extends AasaRule {

  private static final String ANYTHING = "*";

  QueryItemNotRequired() {
    super(
        Severity.NOTE,
        NONE,
        Evidence.OBSERVED,
        "A query item may have any value, and then it may as well be missing");
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
        if (ANYTHING.equals(item.value().asText())) {
          findings.add(
              finding(
                      file.document().at(item.value()),
                      "\"*\" for the query item "
                          + quote(item.name())
                          + " matches any value, and links without the item as well",
                      "write \"?*\" if the item shall be there; else leave it away")
                  .withSeen(ANYTHING)
                  .withExpected("?*")
                  .withApp(scope.app()));
        }
      }
    }
    return findings;
  }

  /** The first item of a rule's query that looks like a condition and is none. */
  static Optional<String> first(LinkRule rule) {
    @Nullable JsonValue query = rule.get(LinkRule.QUERY);
    return query instanceof JsonObject items
        ? items.members().stream()
            .filter(item -> ANYTHING.equals(item.value().asText()))
            .map(JsonObject.Member::name)
            .findFirst()
        : Optional.empty();
  }
}
