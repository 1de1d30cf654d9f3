package dev.wellknown.match;

import static dev.wellknown.finding.Printable.cut;
import static dev.wellknown.finding.Printable.escape;
import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the words for a decision; for no match the rule that comes nearest. */
final class AppleExplainer {

  private final AppleClaim claim;
  private final AppleVariables variables;

  AppleExplainer(AppleClaim claim, AppleVariables variables) {
    this.claim = claim;
    this.variables = variables;
  }

  AppleExplanation explain(String url, AppleDecision decision) {
    AppleEligibility eligibility = AppleEligibility.of(url);
    Optional<String> reason = eligibility.reason(url);
    if (reason.isPresent()) {
      return AppleExplanation.missed(
          claim.app(),
          null,
          new AppleMiss(AppleMiss.Part.URL, null, reason.get()),
          eligibility.evidence());
    }
    AppleParts parts = AppleParts.of(url);
    JsonValue deciding = decision.rule();
    return deciding == null ? nearest(parts) : decided(parts, decision, deciding);
  }

  private AppleExplanation decided(AppleParts parts, AppleDecision decision, JsonValue deciding) {
    Optional<AppleRule> rule =
        claim.rules().list().stream().filter(each -> each.decision() == decision).findFirst();
    String text;
    if (rule.isEmpty()) {
      text =
          claim.entry() == null
              ? "the app stands in \"apps\", and without \"details\" every URL opens it"
              : "the entry has no list of rules, so every URL opens its apps";
    } else {
      text =
          "rule "
              + escape(cut(deciding.toJson()))
              + (decision.verdict() == AppleVerdict.OPENS ? " matches" : " matches and excludes");
    }
    return new AppleExplanation(
        claim.app(),
        decision.verdict(),
        deciding,
        text,
        evidence().of(claim, rule.orElse(null), parts),
        null);
  }

  private AppleExplanation nearest(AppleParts parts) {
    AppleRule nearest = null;
    int best = -1;
    for (AppleRule rule : claim.rules().list()) {
      int nearness = nearness(rule, parts);
      if (rule.decision().verdict() == AppleVerdict.OPENS && nearness > best) {
        nearest = rule;
        best = nearness;
      }
    }
    Evidence evidence = evidence().of(claim, nearest, parts);
    if (nearest == null) {
      String text =
          claim.rules().list().isEmpty()
              ? "the list of rules is empty, so no URL opens the app"
              : "all rules of the app exclude, so no URL opens it";
      return AppleExplanation.missed(
          claim.app(), list(), new AppleMiss(AppleMiss.Part.RULES, null, text), evidence);
    }
    return AppleExplanation.missed(
        claim.app(), nearest.source().value(), miss(nearest, parts), evidence);
  }

  private AppleEvidence evidence() {
    return new AppleEvidence(variables);
  }

  private @Nullable JsonArray list() {
    Entry entry = claim.entry();
    if (entry == null) {
      return null;
    }
    return entry.components() == null ? entry.paths() : entry.components();
  }

  /**
   * How near a rule comes: a path that fits because the rule asks for it counts most, then each
   * other part that it asks for and gets, then how much of the path is as wanted.
   */
  private int nearness(AppleRule rule, AppleParts parts) {
    String written = rule.writtenPath();
    String path = parts.comparedPath(rule.decodes());
    int others = behindPath(rule, parts);
    if (written == null) {
      return 20_000 + others;
    }
    ApplePattern folded = ApplePattern.of(written, true, variables);
    if (fitsPath(rule, path)) {
      return 40_000 + others;
    }
    if (!(rule.path() instanceof ApplePattern.Never) && folded.matches(path)) {
      return 30_000 + others;
    }
    int shared = 0;
    while (shared < Math.min(written.length(), path.length())
        && written.charAt(shared) == path.charAt(shared)) {
      shared++;
    }
    // The slash that every path begins with brings no rule nearer.
    return shared <= 1 ? 0 : 20_000 + Math.min(shared, 9_000);
  }

  private static boolean fitsPath(AppleRule rule, String path) {
    return rule.path() == null || rule.path().matches(path);
  }

  private static int behindPath(AppleRule rule, AppleParts parts) {
    AppleQuery query = rule.query();
    int count = 0;
    for (AppleQuery.Item item : query.items()) {
      count += query.matches(item, parts.url(), parts.queryStart(), parts.queryEnd()) ? 10 : 0;
    }
    if (query.whole() != null) {
      count += query.whole().matches(parts.query(rule.decodes())) ? 10 : 0;
    }
    if (rule.fragment() != null) {
      count += rule.fragment().matches(parts.fragment(rule.decodes())) ? 10 : 0;
    }
    return count;
  }

  private AppleMiss miss(AppleRule rule, AppleParts parts) {
    boolean decodes = rule.decodes();
    String path = parts.comparedPath(decodes);
    AppleMisfit misfit = new AppleMisfit(variables, rule.fold());
    if (!fitsPath(rule, path)) {
      return new AppleMiss(AppleMiss.Part.PATH, null, pathMiss(rule, parts, path, misfit));
    }
    String matched = rule.writtenPath() == null ? "" : "path matched, ";
    AppleQuery query = rule.query();
    for (AppleQuery.Item item : query.items()) {
      if (!query.matches(item, parts.url(), parts.queryStart(), parts.queryEnd())) {
        return new AppleMiss(
            AppleMiss.Part.QUERY, item.name(), matched + itemMiss(query, item, parts, misfit));
      }
    }
    if (query.whole() != null && !query.whole().matches(parts.query(decodes))) {
      String told =
          misfit.tell(
              "query",
              written(rule, dev.wellknown.association.LinkRule.QUERY),
              parts.query(decodes),
              !parts.hasQuery(),
              0);
      return new AppleMiss(AppleMiss.Part.QUERY, null, matched + told);
    }
    String told =
        misfit.tell(
            "fragment",
            written(rule, dev.wellknown.association.LinkRule.FRAGMENT),
            parts.fragment(decodes),
            parts.queryEnd() == parts.url().length(),
            0);
    return new AppleMiss(AppleMiss.Part.FRAGMENT, null, matched + told);
  }

  private static String written(AppleRule rule, String name) {
    JsonValue value = rule.source().get(name);
    String text = value == null ? null : value.asText();
    return text == null ? "" : text;
  }

  private String pathMiss(AppleRule rule, AppleParts parts, String path, AppleMisfit misfit) {
    String pattern = String.valueOf(rule.writtenPath());
    boolean impliedInBoth =
        pattern.length() > 1 && pattern.endsWith("/") && path.length() > 1 && path.endsWith("/");
    String name = "path " + quote(parts.path(rule.decodes()));
    String told = misfit.tell(name, pattern, path, false, impliedInBoth ? 1 : 0);
    ApplePattern read = rule.path();
    if (read == null || read instanceof ApplePattern.Never) {
      return told;
    }
    if (pattern.indexOf('#') >= 0) {
      return told + ": the fragment, from \"#\" on, is not part of the path";
    }
    if (parts.hasQuery()
        && pattern.indexOf('?') >= 0
        && read.matches(parts.path(rule.decodes()) + "?" + parts.query(rule.decodes()) + "/")) {
      return told + ": the query is not part of the path, and \"?\" is any one character";
    }
    if (!rule.decodes() && read.matches(parts.comparedPath(true))) {
      return told
          + ": it would with its percent-escapes resolved (\"percentEncoded\": false), but the URL"
          + " is compared as it is written";
    }
    if (rule.decodes() && read.matches(parts.comparedPath(false))) {
      return told + ": the URL's percent-escapes are resolved, those of the pattern are not";
    }
    if (ApplePattern.of(pattern + "*", rule.fold(), variables).matches(path)) {
      return told + ": a pattern wants the whole path, \"*\" at its end lets more follow";
    }
    return told;
  }

  private static String itemMiss(
      AppleQuery query, AppleQuery.Item item, AppleParts parts, AppleMisfit misfit) {
    var values = query.values(item, parts.url(), parts.queryStart(), parts.queryEnd());
    String name = "query item " + name(item.name());
    if (values.isEmpty()) {
      return misfit.tell(name, item.written(), "", true, 0);
    }
    for (int i = 0; i < values.size(); i++) {
      if (!item.pattern().matches(values.get(i))) {
        String which =
            values.size() == 1
                ? name
                : name + " stands " + values.size() + " times, and number " + (i + 1);
        return misfit.tell(which, item.written(), values.get(i), false, 0);
      }
    }
    return name + " does not fit " + quote(item.written());
  }

  /** Plain names read better without quotes. */
  private static String name(String name) {
    return name.matches("[A-Za-z0-9_.-]{1,60}") ? name : quote(name);
  }
}
