package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All services but {@code applinks} are a list of apps, named {@code apps}. */
final class ServiceWithoutApps extends AasaRule {

  ServiceWithoutApps() {
    super(Severity.ERROR, BOTH, Evidence.DOCUMENTED, "A service has no list of the apps it is for");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject root = file.root();
    if (root == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (JsonObject.Member member : root.members()) {
      if (KnownKeys.ROOT.reads(member.name())
          && !member.name().equals(AppSiteAssociation.APPLINKS)
          && member.value() instanceof JsonObject service) {
        Finding finding = judge(file, member.name(), service);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private @Nullable Finding judge(AppSiteAssociation file, String name, JsonObject service) {
    JsonValue apps = service.get("apps");
    if (service.members().isEmpty() || service.array("apps") != null) {
      return null;
    }
    if (apps != null) {
      String text = apps.asText();
      return finding(
              file.document().at(apps),
              "\"apps\" of " + quote(name) + " is " + apps.inWords() + ", not a list",
              text == null
                  ? "write a list of app ids"
                  : "put the app id into a list: [" + quote(text) + "]")
          .withSeen(apps.toJson())
          .withExpected("a list of app ids");
    }
    if (KnownKeys.SERVICE.isMeantIn(service, Set.of("apps"))) {
      return null;
    }
    return finding(
            file.document().at(service),
            quote(name) + " has no \"apps\", so it is for no app",
            "name its apps: \"apps\": [\"PREFIX.bundle.id\"]")
        .withExpected("\"apps\": a list of app ids");
  }
}
