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
import org.jspecify.annotations.Nullable;

/** Where there is a list {@code appIDs}, even an empty one, {@code appID} is not looked at. */
final class AppIdHiddenByAppIds extends EntryRule {

  AppIdHiddenByAppIds() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.OBSERVED,
        "An app id is not read, because the entry also has a list of app ids");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray ids = entry.object().array("appIDs");
    JsonString single = hidden(entry);
    if (ids != null && single != null && !isListed(entry, single)) {
      boolean empty = ids.elements().isEmpty();
      findings.add(
          finding(
                  file.document().at(empty ? ids : single),
                  "\"appID\" "
                      + quote(single.value())
                      + " is not read, because \"appIDs\" is there"
                      + (empty ? ", though empty" : " and does not name it"),
                  "add it to \"appIDs\"" + (empty ? ", or remove the empty list" : ""))
              .withSeen(single.value())
              .withApp(single.value()));
    }
  }

  /** The {@code appID} that is not looked at, because {@code appIDs} is there; else null. */
  static @Nullable JsonString hidden(Entry entry) {
    return entry.object().array("appIDs") != null
            && entry.object().get("appID") instanceof JsonString id
        ? id
        : null;
  }

  /** Whether the list names an app as well. */
  static boolean isListed(Entry entry, JsonString app) {
    String id = AppId.compared(app.value());
    return entry.appIds().stream().anyMatch(each -> AppId.compared(each.value()).equals(id));
  }
}
