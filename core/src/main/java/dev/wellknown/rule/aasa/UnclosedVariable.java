package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import org.jspecify.annotations.Nullable;

/** A {@code $(} needs its {@code )}; a pattern without it is reported to match nothing. */
final class UnclosedVariable extends PatternRule {

  UnclosedVariable() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DERIVED,
        "A pattern opens a substitution variable and does not close it");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    if (!Variables.hasUnclosed(pattern.text())) {
      return null;
    }
    return finding(
        file.document().at(pattern.value()),
        "pattern " + quote(pattern.written()) + " has a $( without its ): it matches nothing",
        "close the variable: $(name)");
  }
}
