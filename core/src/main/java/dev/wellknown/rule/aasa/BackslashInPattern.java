package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Apple documents no escape. Systems are reported to take a backslash and the character behind it
 * for one character of any kind, which nobody means.
 */
final class BackslashInPattern extends PatternRule {

  BackslashInPattern() {
    super(
        Severity.ERROR, BOTH, Evidence.DERIVED, "A pattern has a backslash, which escapes nothing");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    if (pattern.text().indexOf('\\') < 0) {
      return null;
    }
    return finding(
        file.document().at(pattern.value()),
        "pattern "
            + quote(pattern.written())
            + " has a backslash; patterns have no escapes, and devices take it and the next"
            + " character for any one character",
        "write the pattern with *, ? and literal text only");
  }
}
