package dev.wellknown.rule.assetlinks;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonValue;
import dev.wellknown.rule.Rule;
import java.util.EnumSet;
import java.util.List;

/**
 * comptest2002 of Google's protocol tests: "No statements were found". Nothing said, nothing lost.
 */
final class EmptyList extends Rule<AssetLinks> {

  EmptyList() {
    super(
        "assetlinks",
        Severity.WARNING,
        EnumSet.noneOf(Reader.class),
        Evidence.DOCUMENTED,
        "The list has no statements");
  }

  @Override
  public List<Finding> check(AssetLinks file) {
    JsonValue root = file.document().value().orElse(null);
    if (!(root instanceof JsonArray list) || !list.elements().isEmpty()) {
      return List.of();
    }
    return List.of(
        finding(
            file.document().at(list),
            "the list has no statements: no app is associated with the host",
            "add a statement for the app; a list that a build fills may have found nothing to"
                + " write"));
  }
}
