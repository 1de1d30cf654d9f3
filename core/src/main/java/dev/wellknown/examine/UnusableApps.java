package dev.wellknown.examine;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Finding;
import dev.wellknown.json.JsonString;
import dev.wellknown.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The app ids of an Apple file that no app can have: systems compare ids as they are written, so
 * that such an entry is never any app's.
 */
final class UnusableApps {

  /** The rules about ids that equal no app's. */
  private static final Set<String> RULES = Set.of("aasa/malformed-app-id", "aasa/placeholder-left");

  static final UnusableApps NONE = new UnusableApps(Map.of());

  private final Map<String, Finding> byApp;

  private UnusableApps(Map<String, Finding> byApp) {
    this.byApp = Map.copyOf(byApp);
  }

  /** Those of a file. The rules are run anew, for findings that are told are bounded in number. */
  static UnusableApps in(AppSiteAssociation file) {
    Map<String, Finding> byPlace = new HashMap<>();
    RuleCatalog.forAppSiteAssociation().stream()
        .filter(rule -> RULES.contains(rule.info().id()))
        .flatMap(rule -> rule.check(file).stream())
        .filter(finding -> finding.breaks().containsAll(file.kind().readers()))
        .forEach(finding -> byPlace.putIfAbsent(finding.location().pointer(), finding));
    Map<String, Finding> byApp = new HashMap<>();
    for (JsonString id : ids(file)) {
      Finding finding = byPlace.get(id.pointer().toString());
      if (finding != null) {
        byApp.putIfAbsent(AppSiteAssociation.compared(id.value()), finding);
      }
    }
    return new UnusableApps(byApp);
  }

  private static List<JsonString> ids(AppSiteAssociation file) {
    List<JsonString> ids = new ArrayList<>();
    for (Entry entry : file.entries()) {
      ids.addAll(entry.appIds());
    }
    ids.addAll(file.appsOf(AppSiteAssociation.APPLINKS));
    return ids;
  }

  /** Why no app can have an id; empty where one can, as far as its form tells. */
  Optional<Standing.Obstacle> why(String app) {
    return Optional.ofNullable(byApp.get(AppSiteAssociation.compared(app)))
        .map(each -> Standing.obstacle("no app has this id: ", each, MatchVerdict.NO_MATCH));
  }
}
