package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;

/**
 * {@code components} of another type is reported to be taken as absent, and an entry without any
 * list is open to every link.
 */
final class RulesOfWrongType extends EntryRule {

  RulesOfWrongType() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "The rules of an entry are not a list, so they are not read");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonObject object = entry.object();
    JsonArray paths = object.array("paths");
    for (String name : List.of("components", "paths")) {
      JsonValue value = object.get(name);
      if (value == null
          || value instanceof JsonArray
          || (name.equals("paths") && entry.components() != null)) {
        continue;
      }
      findings.add(
          finding(
                  file.document().at(value),
                  quote(name)
                      + " is "
                      + value.inWords()
                      + ", not a list, and is not read: "
                      + (paths == null
                          ? "every link of the host opens the entry's apps"
                          : "\"paths\" counts instead"),
                  "put it into a list: " + quote(name) + ": [" + shown(value) + "]")
              .withSeen(value.toJson())
              .withExpected("a list")
              .withApp(entry.app()));
    }
  }

  private static String shown(JsonValue value) {
    String json = value.toJson();
    return json.length() > 80 || json.equals("null") ? "…" : json;
  }
}
