package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names are compared with regard to letter case; a pattern with an unknown one is reported to match
 * nothing.
 */
final class UnknownVariable extends AasaRule {

  /** So many findings look for the name that was meant; it takes time, and nobody reads more. */
  private static final int SUGGESTIONS = 50;

  UnknownVariable() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "A pattern names a substitution variable that is nowhere defined");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    Set<String> known = known(file);
    for (WrittenPattern pattern : WrittenPattern.in(file)) {
      for (String name : Variables.in(pattern.text())) {
        if (!known.contains(name)) {
          Optional<String> meant =
              findings.size() < SUGGESTIONS ? NearMiss.of(name, known) : Optional.empty();
          findings.add(tell(file, pattern, name, meant));
          break;
        }
      }
    }
    return findings;
  }

  private Finding tell(
      AppSiteAssociation file, WrittenPattern pattern, String name, Optional<String> meant) {
    return finding(
            file.document().at(pattern.value()),
            "pattern "
                + quote(pattern.written())
                + " names the variable "
                + quote(name)
                + ", which is not defined: it matches nothing",
            meant
                .map(known -> "write $(" + known + ")")
                .orElse("define " + quote(name) + " in \"substitutionVariables\""))
        .withSeen(pattern.written())
        .withExpected(meant.map(known -> "$(" + known + ")").orElse(null))
        .withApp(pattern.app());
  }

  private static Set<String> known(AppSiteAssociation file) {
    Set<String> names = new HashSet<>(AppSiteAssociation.BUILT_IN_VARIABLES);
    JsonObject variables = file.variables();
    if (variables != null) {
      variables.members().forEach(member -> names.add(member.name()));
    }
    return names;
  }
}
