package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.List;

/** Reported to be taken as a component without members; texts are told by their own rule. */
final class ComponentNotAnObject extends EntryRule {

  ComponentNotAnObject() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "A component is not an object, so it matches every link");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray components = entry.components();
    if (components == null) {
      return;
    }
    for (JsonValue component : components.elements()) {
      if (!(component instanceof JsonObject) && !(component instanceof JsonString)) {
        findings.add(
            finding(
                    file.document().at(component),
                    "this component is "
                        + component.inWords()
                        + ": devices see no constraint in it, and every link matches",
                    "write an object with a path, such as {\"/\": \"/shop/*\"}, or remove it")
                .withSeen(component.toJson())
                .withExpected("an object")
                .withApp(entry.app()));
      }
    }
  }
}
