package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonObject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names are compared with regard to letter case; a pattern with an unknown one is reported dead.
 */
final class UnknownVariable extends PatternRule {

  UnknownVariable() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "A pattern names a substitution variable that is nowhere defined");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    for (String name : Variables.in(pattern.text())) {
      if (!AppSiteAssociation.BUILT_IN_VARIABLES.contains(name) && !Variables.defines(file, name)) {
        Optional<String> meant = NearMiss.of(name, known(file));
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
            .withExpected(meant.map(known -> "$(" + known + ")").orElse(null));
      }
    }
    return null;
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
