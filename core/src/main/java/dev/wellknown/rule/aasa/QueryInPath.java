package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.cut;
import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In a path pattern {@code ?} is any one character, and the query is not part of the path. Told
 * where a name and an equals sign follow, as no path is likely to hold them.
 */
final class QueryInPath extends PatternRule {

  private static final Pattern FORM = Pattern.compile("(?s)([^?]*)\\?([^/?=]+=.*)");

  private static final Pattern ITEM = Pattern.compile("([^=*?]+)=([^=]*)");

  QueryInPath() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "A path pattern has a query in it, which the path never has");
  }

  @Override
  @Nullable Finding judge(AppSiteAssociation file, WrittenPattern pattern) {
    String text = pattern.text();
    Matcher matcher = FORM.matcher(text);
    if (!pattern.isPath()
        || !matcher.matches()
        || text.indexOf('#') >= 0
        || FullUrlInPath.isFullUrl(text)) {
      return null;
    }
    String component =
        pattern.asComponent(
            "\"/\": " + quote(matcher.group(1)) + ", \"?\": " + query(matcher.group(2)));
    return finding(
            file.document().at(pattern.value()),
            "path "
                + quote(pattern.written())
                + " has a query in it; the path ends in front of it, and ? is any one character",
            pattern.isLegacy()
                ? "\"paths\" cannot tell queries; write a component: " + cut(component)
                : "give the query its own member: " + cut(component))
        .withExpected(component);
  }

  /** The query as an object of items, or as text where it is not made of items. */
  private static String query(String query) {
    StringBuilder items = new StringBuilder();
    for (String part : query.split("&", -1)) {
      Matcher item = ITEM.matcher(part);
      if (!item.matches()) {
        return quote(query);
      }
      // A star alone would not demand the item.
      String value = item.group(2).equals("*") ? "?*" : item.group(2);
      items.append(items.isEmpty() ? "{" : ", ").append(quote(item.group(1)));
      items.append(": ").append(quote(value));
    }
    return items.append('}').toString();
  }
}
