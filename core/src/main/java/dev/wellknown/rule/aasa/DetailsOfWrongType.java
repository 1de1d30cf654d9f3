package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;

/**
 * {@code details} is a list of entries, or, in the oldest form, an object keyed by app id. A single
 * entry without the list around it is taken for the oldest form, its member names for app ids.
 */
final class DetailsOfWrongType extends AasaRule {

  DetailsOfWrongType() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "The details of the links are not a list of entries");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject applinks = file.applinks();
    JsonValue details = applinks == null ? null : applinks.get("details");
    if (details == null || details instanceof JsonArray) {
      return List.of();
    }
    if (details instanceof JsonObject object) {
      return isBareEntry(object)
          ? List.of(
              finding(
                      file.document().at(details),
                      "\"details\" is one entry without the list around it: devices take the names"
                          + " in it for app ids",
                      "put square brackets around the entry: \"details\": [{…}]")
                  .withExpected("a list of entries"))
          : List.of();
    }
    return List.of(
        finding(
                file.document().at(details),
                "\"details\" is " + details.inWords() + ", not a list of entries",
                "write a list with an entry for each group of apps that open the same links")
            .withSeen(details.toJson())
            .withExpected("a list of entries"));
  }

  /** Whether an object that should be keyed by app id has the members of an entry. */
  static boolean isBareEntry(JsonObject details) {
    return details.members().stream().anyMatch(member -> KnownKeys.ENTRY.reads(member.name()));
  }
}
