package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Devices are reported to skip what is no object among the entries. */
final class EntryNotAnObject extends AasaRule {

  EntryNotAnObject() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "An entry of the details is not an object, so it is skipped");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject applinks = file.applinks();
    JsonValue details = applinks == null ? null : applinks.get("details");
    return entries(details).stream()
        .filter(entry -> !(entry instanceof JsonObject))
        .map(
            entry ->
                finding(
                        file.document().at(entry),
                        "this entry of \"details\" is " + entry.inWords() + ": devices skip it",
                        "write an object with \"appIDs\" and \"components\"")
                    .withSeen(entry.toJson())
                    .withExpected("an object"))
        .toList();
  }

  private static List<JsonValue> entries(@Nullable JsonValue details) {
    if (details instanceof JsonArray list) {
      return list.elements();
    }
    return details instanceof JsonObject object && !DetailsOfWrongType.isBareEntry(object)
        ? object.members().stream().map(JsonObject.Member::value).toList()
        : List.of();
  }
}
