package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Pointer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two rules that say the same, be they written alike or not: harmless, and one too many. */
final class DuplicateRule extends EntryRule {

  DuplicateRule() {
    super(Severity.NOTE, NONE, Evidence.DOCUMENTED, "A rule says the same as one before it");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    Map<RuleMeaning, Pointer> said = new HashMap<>();
    for (LinkRule rule : entry.rules()) {
      RuleMeaning meaning = RuleMeaning.of(rule);
      if (meaning == null || ComponentWithoutConstraint.isAccidental(rule)) {
        continue;
      }
      Pointer earlier = said.putIfAbsent(meaning, rule.value().pointer());
      if (earlier != null) {
        String text = rule.value().asText();
        findings.add(
            finding(
                    file.document().at(rule.value()),
                    "this rule says the same as the one at "
                        + earlier
                        + QueryItemNotRequired.first(rule)
                            .map(item -> ", as \"*\" for " + quote(item) + " demands nothing")
                            .orElse(""),
                    "remove one of the two")
                .withSeen(text == null ? rule.value().toJson() : text)
                .withApp(entry.app()));
      }
    }
  }
}
