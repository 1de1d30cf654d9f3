package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Told once for each key, at its first place, and only where it changes something. */
final class KeyUnreadByOlderSystems extends AasaRule {

  private static final Map<String, String> SINCE =
      Map.of(
          "substitutionVariables", "iOS 13.5, macOS 10.15.6",
          "caseSensitive", "iOS 13.5, macOS 10.15.5",
          "percentEncoded", "iOS 14, macOS 11",
          "defaults", "iOS 14, macOS 11");

  KeyUnreadByOlderSystems() {
    super(
        Severity.NOTE,
        NONE,
        Evidence.DOCUMENTED,
        "A key is newer than iOS 13, and older systems pass over it");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    note(file, file.applinks(), findings);
    file.entries().forEach(entry -> note(file, entry.object(), findings));
    Scope.in(file).forEach(scope -> note(file, scope.members(), findings));
    return new ArrayList<>(findings.values());
  }

  private void note(
      AppSiteAssociation file, @Nullable JsonObject object, Map<String, Finding> findings) {
    if (object == null) {
      return;
    }
    for (JsonObject.Member member : object.members()) {
      String since = SINCE.get(member.name());
      if (since != null
          && isRead(object, member.name(), file)
          && changes(member)
          && !findings.containsKey(member.name())) {
        findings.put(
            member.name(),
            finding(
                file.document().at(object, member),
                quote(member.name()) + " is read from " + since + " on; older systems ignore it",
                "leave it, unless older systems matter to you; for them say it without this"
                    + " name"));
      }
    }
  }

  /** Whether the name stands at a level where it means something. */
  private static boolean isRead(JsonObject object, String name, AppSiteAssociation file) {
    return switch (name) {
      case "substitutionVariables" -> object == file.applinks();
      case "defaults" -> object == file.applinks() || object.has("appID") || object.has("appIDs");
      default -> object != file.applinks() && !object.has("appID") && !object.has("appIDs");
    };
  }

  private static boolean changes(JsonObject.Member member) {
    return switch (member.name()) {
      case "substitutionVariables", "defaults" ->
          member.value() instanceof JsonObject object && !object.members().isEmpty();
      default -> member.value() instanceof JsonBoolean flag && !flag.value();
    };
  }
}
