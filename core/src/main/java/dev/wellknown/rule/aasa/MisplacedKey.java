package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A name that devices know, at a level where they do not look for it: {@code details} in {@code
 * webcredentials}, {@code paths} in {@code applinks}, {@code exclude} in an entry.
 */
final class MisplacedKey extends AasaRule {

  MisplacedKey() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.OBSERVED,
        "A name stands at a level where devices do not look for it");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (KeyedObject here : KeyedObject.in(file)) {
      for (JsonObject.Member member : here.object().members()) {
        if (here.level().belongsElsewhere(member.name()) && !KnownKeys.isEmpty(member.value())) {
          findings.add(tell(file, here, member));
        }
      }
    }
    return findings;
  }

  private Finding tell(AppSiteAssociation file, KeyedObject here, JsonObject.Member member) {
    Finding finding =
        finding(
                here.place(file, member, here.lacksApps()),
                here.words()
                    + " has "
                    + quote(member.name())
                    + ", where devices do not look for it",
                fix(here.level(), member.name()))
            .withSeen(member.name())
            .withApp(here.app());
    boolean harmless = here.level() == KnownKeys.SERVICE && here.object().array("apps") != null;
    return harmless ? finding.withSeverity(Severity.WARNING).withBreaks(NONE) : finding;
  }

  private static String fix(KnownKeys level, String name) {
    if (level == KnownKeys.SERVICE) {
      return "only \"apps\" is read here; rules for links belong into \"applinks\"";
    }
    if (level == KnownKeys.ENTRY && name.equals("apps")) {
      return "name the apps of an entry in \"appIDs\"";
    }
    if (KnownKeys.ROOT.reads(name)) {
      return "move it to the top level, beside \"applinks\"";
    }
    if (KnownKeys.COMPONENT.reads(name)) {
      return "move it into a component, or into \"defaults\" for all components";
    }
    return KnownKeys.APPLINKS.reads(name)
        ? "move it into \"applinks\""
        : "move it into an entry of \"details\"";
  }
}
