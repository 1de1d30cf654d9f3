package dev.wellknown.match;

import dev.wellknown.association.LinkRule;
import dev.wellknown.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One rule, ready to be laid on URLs.
 *
 * @param source the rule as the file has it
 * @param decision what follows where it matches
 * @param writtenPath the pattern in the form in which it is compared; null where every path fits
 * @param path null where every path fits
 * @param fragment null where every fragment fits
 * @param fold whether letter case does not matter
 * @param decodes whether URLs are compared with their percent-escapes resolved
 */
record AppleRule(
    LinkRule source,
    AppleDecision decision,
    @Nullable String writtenPath,
    @Nullable ApplePattern path,
    AppleQuery query,
    @Nullable ApplePattern fragment,
    boolean fold,
    boolean decodes) {

  static AppleRule of(LinkRule rule, AppleVariables variables) {
    boolean fold = !rule.caseSensitive();
    boolean decodes = !rule.percentEncoded();
    String path = text(rule.get(LinkRule.PATH));
    String written = path == null || path.equals("*") ? null : AppleText.normalised(path);
    String fragment = text(rule.get(LinkRule.FRAGMENT));
    AppleVerdict verdict = rule.excludes() ? AppleVerdict.EXCLUDED : AppleVerdict.OPENS;
    return new AppleRule(
        rule,
        new AppleDecision(verdict, rule.value()),
        written,
        written == null ? null : ApplePattern.of(written, fold, variables),
        AppleQuery.of(rule.get(LinkRule.QUERY), fold, decodes, variables),
        fragment == null ? null : ApplePattern.of(fragment, fold, variables),
        fold,
        decodes);
  }

  private static @Nullable String text(@Nullable JsonValue value) {
    return value == null ? null : value.asText();
  }

  /** Whether all that stands behind the path is as the rule wants it. */
  boolean matchesBehindPath(String url, int pathEnd, int queryEnd) {
    return query.matches(url, queryStart(pathEnd, queryEnd), queryEnd)
        && (fragment == null || matchesFragment(fragment, url, queryEnd));
  }

  private boolean matchesFragment(ApplePattern pattern, String url, int queryEnd) {
    int from = Math.min(queryEnd + 1, url.length());
    return decodes && AppleText.hasEscapes(url, from, url.length())
        ? pattern.matches(AppleText.decoded(url, from, url.length()))
        : pattern.matches(url, from, url.length(), url.length());
  }

  /** Where the query begins, behind its question mark; its end where there is none. */
  static int queryStart(int pathEnd, int queryEnd) {
    return Math.min(pathEnd + 1, queryEnd);
  }
}
