package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import java.util.List;

/** The form of iOS 9's first months. Current systems were seen to read it; nobody promises it. */
final class DetailsKeyedByApp extends AasaRule {

  DetailsKeyedByApp() {
    super(
        Severity.NOTE,
        NONE,
        Evidence.OBSERVED,
        "The details of the links are an object keyed by app, a form that Apple no longer describes");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    JsonObject applinks = file.applinks();
    JsonObject details = applinks == null ? null : applinks.object("details");
    if (details == null || details.members().isEmpty() || DetailsOfWrongType.isBareEntry(details)) {
      return List.of();
    }
    return List.of(
        finding(
                file.document().at(details),
                "\"details\" is an object keyed by app id; systems still read it, but in no defined"
                    + " order",
                "write a list of entries, each with its \"appIDs\"")
            .withExpected("a list of entries"));
  }
}
