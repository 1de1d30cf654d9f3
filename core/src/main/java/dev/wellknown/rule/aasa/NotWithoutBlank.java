package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Apple's guide: the prefix is the word and one blank. Without it, it is the begin of a path. */
final class NotWithoutBlank extends PatternRule {

  static final Pattern FORM = Pattern.compile("(?s)NOT(?! )[\\s\\p{Z}]*([/*?].*)");

  NotWithoutBlank() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "An exclusion in the paths has no blank behind NOT, so it excludes nothing");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    Matcher matcher = FORM.matcher(pattern.text());
    if (!pattern.isLegacy() || !matcher.matches()) {
      return null;
    }
    String corrected = "NOT " + matcher.group(1);
    return finding(
            file.document().at(pattern.value()),
            "path " + quote(pattern.text()) + " has no blank behind NOT, so it excludes nothing",
            "write it as " + quote(corrected))
        .withExpected(corrected);
  }
}
