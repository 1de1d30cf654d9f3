package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Apple's guide for iOS 12 and earlier wants {@code apps} there and empty; current systems are
 * reported not to look at it beside {@code details}.
 */
final class AppsInApplinks extends AasaRule {

  AppsInApplinks() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "The links have a list of apps beside their details, which is not read");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject applinks = file.applinks();
    JsonArray apps = applinks == null ? null : applinks.array("apps");
    if (apps == null || apps.elements().isEmpty() || !applinks.has("details")) {
      return List.of();
    }
    Set<String> inDetails = new HashSet<>();
    for (Entry entry : file.entries()) {
      entry.appIds().forEach(id -> inDetails.add(AppId.compared(id.value())));
    }
    for (JsonValue app : apps.elements()) {
      if (app instanceof JsonString id
          && AppId.isWellFormed(id.value())
          && !inDetails.contains(AppId.compared(id.value()))) {
        return List.of(
            finding(
                    file.document().at(apps),
                    "app id "
                        + quote(id.value())
                        + " stands in \"apps\" alone, which is not read beside \"details\"",
                    "give it an entry in \"details\", and leave \"apps\" away or empty")
                .withSeen(apps.toJson())
                .withExpected("[]")
                .withApp(id.value())
                .withSeverity(Severity.ERROR)
                .withBreaks(BOTH));
      }
    }
    return List.of(
        finding(
                file.document().at(apps),
                "\"apps\" names apps, but is not read beside \"details\"; iOS 12 and earlier want"
                    + " it empty",
                "leave it away, or write \"apps\": [] for iOS 12 and earlier")
            .withSeen(apps.toJson())
            .withExpected("[]"));
  }
}
