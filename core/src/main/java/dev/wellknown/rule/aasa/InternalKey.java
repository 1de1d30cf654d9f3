package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keys that systems are reported to know for Apple's own apps, and that Apple does not describe.
 */
final class InternalKey extends AasaRule {

  private static final Set<String> IN_ENTRY =
      Set.of("relativeOrder", "alwaysEnabled", "enabledByDefault");

  private static final Set<String> IN_COMPONENT = Set.of("requiredEntitlement");

  InternalKey() {
    super(Severity.NOTE, NONE, Evidence.DERIVED, "A key is one that Apple keeps for its own apps");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (Entry entry : file.entries()) {
      note(file, entry.object(), IN_ENTRY, findings);
    }
    for (Scope scope : Scope.in(file)) {
      note(file, scope.members(), IN_COMPONENT, findings);
    }
    return findings;
  }

  private void note(
      AppSiteAssociation file, JsonObject object, Set<String> names, List<Finding> findings) {
    for (JsonObject.Member member : object.members()) {
      if (names.contains(member.name())) {
        findings.add(
            finding(
                    file.document().at(object, member),
                    quote(member.name())
                        + " is not documented; systems know it for Apple's own apps",
                    "remove it, and do not build on what it may do")
                .withSeen(member.name()));
      }
    }
  }
}
