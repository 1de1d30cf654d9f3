package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import java.util.List;
import java.util.Set;

/**
 * An entry needs {@code appIDs} or {@code appID}. An empty {@code appIDs} beside an {@code appID}
 * is told by {@link AppIdHiddenByAppIds}, one of the wrong type by {@link AppIdsOfWrongType}.
 */
final class MissingAppId extends EntryRule {

  MissingAppId() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "An entry names no app, so its rules count for none");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray empty = entry.object().array("appIDs");
    if (!entry.appIdValues().isEmpty() || AppIdHiddenByAppIds.hidden(entry) != null) {
      return;
    }
    if (empty == null
        && (entry.object().has("appIDs")
            || KnownKeys.ENTRY.isMeantIn(entry.object(), Set.of("appID", "appIDs")))) {
      return;
    }
    findings.add(
        finding(
                file.document().at(empty == null ? entry.object() : empty),
                empty == null
                    ? "this entry has neither \"appIDs\" nor \"appID\", so it is for no app"
                    : "\"appIDs\" is an empty list, so the entry is for no app",
                "name the apps: \"appIDs\": [\"PREFIX.bundle.id\"]")
            .withExpected("\"appIDs\": a list of app ids"));
  }
}
