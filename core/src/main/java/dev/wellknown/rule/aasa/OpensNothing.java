package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import java.util.List;

/**
 * A link opens an app only if a rule says so: exclusions alone, or an empty list, open nothing.
 * That may be meant, but not where {@code paths} beside it names links to open.
 */
final class OpensNothing extends EntryRule {

  OpensNothing() {
    super(Severity.WARNING, NONE, Evidence.DOCUMENTED, "No rule of an entry opens a link");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray components = entry.components();
    JsonArray list = components == null ? entry.paths() : components;
    if (list == null || !opensNothing(entry)) {
      return;
    }
    JsonArray paths = components == null ? null : entry.object().array("paths");
    boolean hidden =
        paths != null && entry.pathRules(paths).stream().anyMatch(rule -> !rule.excludes());
    String name = components == null ? "\"paths\"" : "\"components\"";
    Finding finding =
        finding(
                file.document().at(list),
                (list.elements().isEmpty()
                        ? name + " is empty, so no link opens the entry's apps"
                        : name + " only excludes, so no link opens the entry's apps")
                    + (hidden ? "; what \"paths\" opens is not read beside it" : ""),
                list.elements().isEmpty()
                    ? "list the links that open the apps"
                    : isByDefault(entry)
                        ? "write \"exclude\": false where links shall open: the default is true"
                        : "add what shall open behind the exclusions, such as "
                            + (components == null ? "\"*\"" : "{\"/\": \"*\"}"))
            .withEvidence(list.elements().isEmpty() ? Evidence.OBSERVED : Evidence.DOCUMENTED)
            .withApp(entry.app());
    findings.add(hidden ? finding.withSeverity(Severity.ERROR).withBreaks(BOTH) : finding);
  }

  /** Whether a rule excludes without saying so itself. */
  private static boolean isByDefault(Entry entry) {
    return entry.rules().stream()
        .anyMatch(rule -> rule.own() == null || !rule.own().has(LinkRule.EXCLUDE));
  }

  /** Whether an entry has a list of rules and none of them opens anything. */
  static boolean opensNothing(Entry entry) {
    return (entry.components() != null || entry.paths() != null)
        && entry.rules().stream().allMatch(LinkRule::excludes);
  }
}
