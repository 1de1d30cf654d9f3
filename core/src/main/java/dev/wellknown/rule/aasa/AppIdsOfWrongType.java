package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonValue;
import java.util.List;

/** {@code appIDs} of another type is reported to be taken as absent. */
final class AppIdsOfWrongType extends EntryRule {

  AppIdsOfWrongType() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "The app ids of an entry are not a list, so they are not read");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonValue ids = entry.object().get("appIDs");
    if (ids == null || ids instanceof JsonArray) {
      return;
    }
    String text = ids.asText();
    Finding finding =
        finding(
                file.document().at(ids),
                "\"appIDs\" is " + ids.inWords() + ", not a list: devices take it as absent",
                text == null
                    ? "write a list of app ids"
                    : "put the app id into a list: \"appIDs\": [" + quote(text) + "]")
            .withSeen(ids.toJson())
            .withExpected("a list of app ids")
            .withApp(text);
    boolean saidByAppId = text != null && text.equals(entry.object().text("appID"));
    findings.add(saidByAppId ? finding.withSeverity(Severity.WARNING).withBreaks(NONE) : finding);
  }
}
