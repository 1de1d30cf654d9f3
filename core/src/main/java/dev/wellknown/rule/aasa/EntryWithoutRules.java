package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Set;

/** An entry without a list of rules is reported to be taken without any restriction. */
final class EntryWithoutRules extends EntryRule {

  EntryWithoutRules() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "An entry says nothing about links, so every link opens its apps");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    if (entry.object().has("components")
        || entry.object().has("paths")
        || entry.appIds().isEmpty()
        || KnownKeys.ENTRY.isMeantIn(entry.object(), Set.of("components", "paths"))) {
      return;
    }
    findings.add(
        finding(
                file.document().at(entry.object()),
                "this entry has neither \"components\" nor \"paths\": every link of the host opens"
                    + " its apps",
                "list the links; every link on purpose is \"components\": [{\"/\": \"*\"}]")
            .withApp(entry.app()));
  }
}
