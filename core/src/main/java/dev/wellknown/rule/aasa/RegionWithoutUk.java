package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.List;

/**
 * {@code $(region)} is the system's list of ISO 3166 codes, written in capitals. Apple's text names
 * {@code UK} as one of them; devices were seen not to take it.
 */
final class RegionWithoutUk extends AasaRule {

  private static final String REGION = "region";

  RegionWithoutUk() {
    super(
        Severity.NOTE,
        NONE,
        Evidence.OBSERVED,
        "A pattern uses $(region), which holds GB and not UK");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    if (Variables.defines(file, REGION)) {
      return List.of();
    }
    return WrittenPattern.in(file).stream()
        .filter(pattern -> Variables.in(pattern.text()).contains(REGION))
        .limit(1)
        .map(
            pattern -> {
              LinkRule rule = pattern.rule();
              boolean capitals = rule != null && rule.caseSensitive();
              return finding(
                      file.document().at(pattern.value()),
                      "pattern "
                          + quote(pattern.written())
                          + " uses $(region), the ISO codes in capitals: GB is one of them, UK is"
                          + " not"
                          + (capitals ? ", and gb matches only with \"caseSensitive\": false" : ""),
                      "if links have uk in this place, define a variable of your own")
                  .withSeen(pattern.written())
                  .withApp(pattern.app());
            })
        .toList();
  }
}
