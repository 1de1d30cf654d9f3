package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Without {@code details}, the apps of {@code apps} are reported to be taken without any rule. */
final class AppsWithoutDetails extends AasaRule {

  AppsWithoutDetails() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "The links name apps without details, so every link opens them");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject applinks = file.applinks();
    JsonArray apps = applinks == null ? null : applinks.array("apps");
    if (apps == null
        || apps.elements().isEmpty()
        || applinks.has("details")
        || KnownKeys.APPLINKS.isMeantIn(applinks, Set.of("details"))) {
      return List.of();
    }
    return List.of(
        finding(
                file.document().at(apps),
                "\"applinks\" names apps in \"apps\" and has no \"details\": every link of the host"
                    + " opens them",
                "write \"details\" with the links of each app; every link on purpose is"
                    + " \"components\": [{\"/\": \"*\"}]")
            .withSeen(apps.toJson()));
  }
}
