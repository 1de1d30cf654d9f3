package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A component without path, query and fragment matches every link. Whoever means that writes {@code
 * {"/": "*"}}; a comment makes a slip less likely, and an exclusion of everything is a plain word.
 * A constraint with a misspelt name is told by {@link MisspeltKey}.
 */
final class ComponentWithoutConstraint extends EntryRule {

  private static final Set<String> SAY_NOTHING =
      Set.of(LinkRule.EXCLUDE, LinkRule.CASE_SENSITIVE, LinkRule.PERCENT_ENCODED, LinkRule.QUERY);

  ComponentWithoutConstraint() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.OBSERVED,
        "A component constrains nothing, so it matches every link");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray components = entry.components();
    if (components == null) {
      return;
    }
    for (LinkRule rule : entry.rules()) {
      JsonObject component = rule.own();
      if (component == null || !isAccidental(rule)) {
        continue;
      }
      Optional<String> unread =
          component.members().stream()
              .map(JsonObject.Member::name)
              .filter(name -> !SAY_NOTHING.contains(name) && !name.equals("comment"))
              .findFirst();
      boolean commented = component.has("comment") && unread.isEmpty();
      Finding finding =
          finding(
                  file.document().at(component),
                  "this component has neither \"/\" nor \"?\" nor \"#\""
                      + unread.map(name -> " (" + quote(name) + " is not read)").orElse("")
                      + ": every link matches",
                  "add the path; every link on purpose is {\"/\": \"*\"}")
              .withSeen(component.toJson())
              .withApp(entry.app());
      findings.add(commented ? finding.withSeverity(Severity.NOTE) : finding);
    }
  }

  /** Whether a rule opens every link without a word that says so. */
  static boolean isAccidental(LinkRule rule) {
    JsonObject component = rule.own();
    JsonValue query = rule.get(LinkRule.QUERY);
    return component != null
        && rule.get(LinkRule.PATH) == null
        && rule.get(LinkRule.FRAGMENT) == null
        && (query == null || (query instanceof JsonObject items && items.members().isEmpty()))
        && !rule.excludes()
        && !KnownKeys.COMPONENT.isMeantIn(component, Set.of("/", "?", "#", "exclude"));
  }
}
