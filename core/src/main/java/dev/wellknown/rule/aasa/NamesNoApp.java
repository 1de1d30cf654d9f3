package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of empty lists is what a build step without its settings leaves behind, and what some
 * hosting services publish by themselves. It may also be meant.
 */
final class NamesNoApp extends AasaRule {

  NamesNoApp() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DOCUMENTED,
        "The file has services, but no app in any of them");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject root = file.root();
    if (root == null
        || root.members().stream().noneMatch(member -> isService(member))
        || !root.members().stream().allMatch(member -> isEmpty(member))) {
      return List.of();
    }
    return List.of(
        finding(
            file.document().at(root),
            "no app is named anywhere in the file, so no app is associated",
            "name your apps; an empty list often comes from a setting that was missing when the"
                + " file was made"));
  }

  private static boolean isService(JsonObject.Member member) {
    return KnownKeys.ROOT.reads(member.name()) && member.value() instanceof JsonObject;
  }

  /** Whether a member plainly says nothing; what is odd in it is the business of other rules. */
  private static boolean isEmpty(JsonObject.Member member) {
    if (!KnownKeys.ROOT.reads(member.name())) {
      return KnownKeys.ROOT.meant(member.name()).isEmpty()
          && !KnownKeys.ROOT.belongsElsewhere(member.name());
    }
    if (!(member.value() instanceof JsonObject service)) {
      return member.value() instanceof JsonNull;
    }
    if (!isEmptyOrAbsent(service.get("apps"))) {
      return false;
    }
    if (!member.name().equals(AppSiteAssociation.APPLINKS)) {
      return service.members().isEmpty() || service.has("apps");
    }
    return isEmptyOrAbsent(service.get("details"))
        && !KnownKeys.APPLINKS.isMeantIn(service, Set.of("details", "apps"));
  }

  private static boolean isEmptyOrAbsent(@Nullable JsonValue list) {
    return list == null || KnownKeys.isEmpty(list);
  }
}
