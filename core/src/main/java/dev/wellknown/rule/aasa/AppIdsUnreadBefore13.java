package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonString;
import java.util.List;

/**
 * {@code paths} is there for iOS 12 and earlier, which know {@code appID} alone: with {@code
 * appIDs} they find rules and no app.
 */
final class AppIdsUnreadBefore13 extends EntryRule {

  AppIdsUnreadBefore13() {
    super(
        Severity.NOTE,
        NONE,
        Evidence.DOCUMENTED,
        "An entry has paths for old systems, but its app ids in a form that they do not read");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray ids = entry.object().array("appIDs");
    if (ids == null
        || ids.elements().isEmpty()
        || entry.object().has("appID")
        || entry.object().array("paths") == null) {
      return;
    }
    List<JsonString> texts = entry.appIds();
    findings.add(
        finding(
                file.document().at(ids),
                "\"appIDs\" is read from iOS 13 on; iOS 12 and earlier know \"paths\", but not it",
                texts.size() == 1
                    ? "for these systems add \"appID\": "
                        + quote(texts.get(0).value())
                        + "; else write \"components\" instead of \"paths\""
                    : "for these systems write an entry with \"appID\" for each app; else write"
                        + " \"components\" instead of \"paths\"")
            .withApp(entry.app()));
  }
}
