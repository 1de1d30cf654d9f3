package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern for the path is compared with the path alone; the host is the one that serves it. */
final class FullUrlInPath extends PatternRule {

  private static final Pattern FORM =
      Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*([^?#]*).*");

  FullUrlInPath() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "A path pattern is a whole URL, which no path equals");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    Matcher matcher = FORM.matcher(pattern.text());
    if (!pattern.isPath() || !matcher.matches()) {
      return null;
    }
    String path = pattern.writtenAs(matcher.group(1).isEmpty() ? "/" : matcher.group(1));
    return finding(
            file.document().at(pattern.value()),
            "path "
                + quote(pattern.written())
                + " is a whole URL; only the path is compared with it",
            "write the path alone: " + quote(path) + ", in the file of that host")
        .withExpected(path);
  }

  /** Whether a pattern is told here. */
  static boolean isFullUrl(String pattern) {
    return FORM.matcher(pattern).matches();
  }
}
