package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AssetLinks.Statement;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links are decoded before they are compared, patterns are not
 * (https://developer.android.com/guide/topics/manifest/uri-relative-filter-group-element, "Match
 * URIs that are decoded"), so that an escape matches only a link in which the percent sign itself
 * is escaped.
 */
final class DynamicEncodedPattern extends StatementRule {

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  DynamicEncodedPattern() {
    super(
        Severity.WARNING,
        EnumSet.of(Reader.GOOGLE_API, Reader.ANDROID_12),
        Evidence.DOCUMENTED,
        "A pattern of a dynamic rule is percent-encoded");
  }

  @Override
  void check(Document document, Statement statement, List<Finding> findings) {
    JsonArray list = statement.dynamicRules();
    if (list == null) {
      return;
    }
    for (DynamicRule rule : DynamicRule.in(list)) {
      for (JsonString pattern : rule.patterns()) {
        if (ESCAPE.matcher(pattern.value()).find()) {
          Optional<String> decoded =
              decoded(pattern.value()).filter(text -> !isSplit(rule, pattern, text));
          findings.add(
              finding(
                      document.at(pattern),
                      "pattern "
                          + quote(pattern.value())
                          + " is percent-encoded, but links are decoded before they are compared",
                      decoded
                          .map(text -> "write " + quote(text))
                          .orElse(
                              "write the characters themselves, and leave out what would be a"
                                  + " wildcard or, in a query, a separator"))
                  .withSeen(pattern.value())
                  .withExpected(decoded.orElse(null))
                  .withApp(statement.packageName()));
        }
      }
    }
  }

  /** Queries are split into items after they were decoded, so that no item holds a separator. */
  private static boolean isSplit(DynamicRule rule, JsonString pattern, String text) {
    return rule.query() != null
        && rule.query().pointer().covers(pattern.pointer())
        && (text.indexOf('&') >= 0 || text.indexOf(';') >= 0);
  }

  /** The pattern in plain characters, where decoding leaves its wildcards alone. */
  private static Optional<String> decoded(String pattern) {
    try {
      String text = URLDecoder.decode(pattern.replace("+", "%2B"), StandardCharsets.UTF_8);
      boolean same = count(text) == count(pattern) && text.indexOf('\uFFFD') < 0;
      return same ? Optional.of(text) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // A percent sign that begins no escape.
    }
  }

  private static long count(String text) {
    return text.chars().filter(unit -> unit == '*' || unit == '?').count();
  }
}
