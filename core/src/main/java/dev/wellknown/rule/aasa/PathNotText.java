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

/** Reported to be taken as a rule that matches every link. */
final class PathNotText extends EntryRule {

  PathNotText() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "An element of the paths is not text, so it matches every link");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray paths = entry.paths();
    if (paths == null) {
      return;
    }
    for (JsonValue path : paths.elements()) {
      if (!(path instanceof JsonString)) {
        findings.add(
            finding(
                    file.document().at(path),
                    "this element of \"paths\" is "
                        + path.inWords()
                        + ": devices take it as a rule that matches every link",
                    path instanceof JsonObject
                        ? "an object is a component: put it into \"components\" instead"
                        : "write the path as text")
                .withSeen(path.toJson())
                .withExpected("text")
                .withApp(entry.app()));
      }
    }
  }
}
