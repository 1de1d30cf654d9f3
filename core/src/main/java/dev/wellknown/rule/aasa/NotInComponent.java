package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code NOT} belongs to the old list; a component excludes with a member of its own. */
final class NotInComponent extends PatternRule {

  static final Pattern FORM = Pattern.compile("(?s)(?:(?i:NOT)[\\s\\p{Z}]+|NOT(?=[/*?]))(.*)");

  NotInComponent() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "A component's path begins with NOT, which excludes in the old list only");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    Matcher matcher = FORM.matcher(pattern.text());
    if (pattern.isLegacy() || !pattern.isPath() || !matcher.matches()) {
      return null;
    }
    return finding(
            file.document().at(pattern.value()),
            "path "
                + quote(pattern.text())
                + " of a component begins with NOT, which is compared as it stands",
            "write it as \"/\": " + quote(matcher.group(1)) + ", \"exclude\": true")
        .withExpected(matcher.group(1));
  }
}
