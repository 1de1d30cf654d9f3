package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Current systems were seen to put the slash in front themselves, but for a pattern of a single
 * character, which they are reported to leave alone.
 */
final class MissingSlash extends PatternRule {

  MissingSlash() {
    super(Severity.NOTE, NONE, Evidence.OBSERVED, "A path pattern does not begin with a slash");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    String text = pattern.text();
    if (!pattern.isPath()
        || text.isEmpty()
        || "/*?# ".indexOf(text.charAt(0)) >= 0
        || FullUrlInPath.isFullUrl(text)
        || isTold(pattern)) {
      return null;
    }
    String corrected = pattern.writtenAs("/" + text);
    Finding finding =
        finding(
                file.document().at(pattern.value()),
                "path " + quote(pattern.written()) + " has no slash in front" + consequence(text),
                "write it as " + quote(corrected))
            .withExpected(corrected);
    return text.codePointCount(0, text.length()) == 1
        ? finding.withSeverity(Severity.ERROR).withBreaks(BOTH).withEvidence(Evidence.DERIVED)
        : finding;
  }

  private static String consequence(String text) {
    return text.codePointCount(0, text.length()) == 1
        ? "; a pattern of one character is compared as it stands, and no path equals it"
        : "; current systems add it";
  }

  private static boolean isTold(WrittenPattern pattern) {
    return pattern.isLegacy()
        ? NotWithoutBlank.FORM.matcher(pattern.text()).matches()
        : NotInComponent.FORM.matcher(pattern.text()).matches();
  }
}
