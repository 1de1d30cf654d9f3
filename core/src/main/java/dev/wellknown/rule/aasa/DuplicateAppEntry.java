package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Devices keep one list of rules for each app: that of its first entry. A later entry is dropped
 * whole for this app, not added. Files for old and new systems at once often repeat an entry in the
 * old form; that is told more softly, as iOS 12 and earlier read the repetition alone.
 */
final class DuplicateAppEntry extends AasaRule {

  DuplicateAppEntry() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "An app stands in two entries, and the rules of the later one are dropped");
  }

  /** How much the loss of a later entry matters. */
  private enum Loss {
    RULES,
    RULES_FOR_OLD_SYSTEMS,
    NOTHING
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Entry> first = new HashMap<>();
    Map<JsonObject, List<Object>> said = new HashMap<>();
    for (Entry entry : file.entries()) {
      Map<String, JsonString> ids = new LinkedHashMap<>();
      entry.appIds().stream()
          .filter(id -> AppId.isWellFormed(id.value()) || AppId.placeholder(id.value()) != null)
          .forEach(id -> ids.putIfAbsent(AppId.compared(id.value()), id));
      Map<JsonObject, Loss> losses = new HashMap<>();
      ids.forEach(
          (app, id) -> {
            Entry earlier = first.putIfAbsent(app, entry);
            if (earlier != null) {
              Loss loss =
                  losses.computeIfAbsent(
                      earlier.object(),
                      object ->
                          loss(
                              earlier,
                              entry,
                              said.computeIfAbsent(object, o -> says(earlier)),
                              said.computeIfAbsent(entry.object(), o -> says(entry))));
              findings.add(tell(file, earlier, entry, id, loss));
            }
          });
    }
    return findings;
  }

  private Finding tell(
      AppSiteAssociation file, Entry earlier, Entry later, JsonString id, Loss loss) {
    Finding finding =
        finding(
                file.document().at(id),
                "app id "
                    + quote(id.value())
                    + " has an entry already, at "
                    + earlier.object().pointer()
                    + ": devices drop the rules of this one"
                    + switch (loss) {
                      case RULES -> "";
                      case RULES_FOR_OLD_SYSTEMS ->
                          ", and only iOS 12 and earlier, which cannot read the first, see them";
                      case NOTHING -> ", and lose nothing by it";
                    },
                switch (loss) {
                  case RULES ->
                      "put all rules of the app into one entry, in the order in which they shall be"
                          + " tried";
                  case RULES_FOR_OLD_SYSTEMS ->
                      "say in the first entry all that current systems shall open; this one can go"
                          + " when iOS 12 no longer matters";
                  case NOTHING ->
                      isOldFormOf(earlier, later)
                          ? "remove it when iOS 12 no longer matters"
                          : "remove this entry";
                })
            .withSeen(id.value())
            .withApp(id.value());
    return switch (loss) {
      case RULES -> finding;
      case RULES_FOR_OLD_SYSTEMS -> finding.withSeverity(Severity.WARNING).withBreaks(NONE);
      case NOTHING -> finding.withSeverity(Severity.NOTE).withBreaks(NONE);
    };
  }

  private static Loss loss(Entry earlier, Entry later, List<Object> kept, List<Object> dropped) {
    if (kept.equals(dropped) || opensEverythingOf(kept, dropped)) {
      return Loss.NOTHING;
    }
    if (!isOldFormOf(earlier, later)) {
      return Loss.RULES;
    }
    return new HashSet<>(kept).containsAll(dropped) ? Loss.NOTHING : Loss.RULES_FOR_OLD_SYSTEMS;
  }

  /** The rules of an entry in a form that can be compared. */
  private static List<Object> says(Entry entry) {
    if (entry.components() == null && entry.paths() == null) {
      return List.of("every link");
    }
    List<Object> says = new ArrayList<>();
    for (LinkRule rule : entry.rules()) {
      RuleMeaning meaning = RuleMeaning.of(rule);
      says.add(meaning == null ? rule.value().toJson() : meaning);
    }
    return says;
  }

  /** Whether nothing is lost because the kept entry opens every link and the other only opens. */
  private static boolean opensEverythingOf(List<Object> kept, List<Object> dropped) {
    return !kept.isEmpty()
        && (kept.get(0).equals("every link")
            || (kept.get(0) instanceof RuleMeaning meaning
                && meaning.matchesEverything()
                && !meaning.exclude()))
        && dropped.stream().allMatch(rule -> rule instanceof RuleMeaning m && !m.exclude());
  }

  /** Whether the later entry is for systems that cannot read the earlier one. */
  private static boolean isOldFormOf(Entry earlier, Entry later) {
    return earlier.object().array("appIDs") != null
        && later.object().array("appIDs") == null
        && later.paths() != null;
  }
}
