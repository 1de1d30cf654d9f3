package dev.wellknown.match;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weakest ground that a decision rests on: what of the entry and of the rule, deciding or
 * nearest, Apple documents, what was seen in the output of its tools, what is only concluded.
 */
record AppleEvidence(AppleVariables variables) {

  private static final List<String> FLAGS =
      List.of(LinkRule.EXCLUDE, LinkRule.CASE_SENSITIVE, LinkRule.PERCENT_ENCODED);

  Evidence of(AppleClaim claim, @Nullable AppleRule rule, AppleParts parts) {
    Evidence evidence = ofEntry(claim);
    if (rule != null) {
      evidence = weaker(evidence, ofTypes(rule.source()));
      evidence = weaker(evidence, ofPath(rule, parts));
      evidence = weaker(evidence, ofQuery(rule, parts));
      for (String name : List.of(LinkRule.PATH, LinkRule.QUERY, LinkRule.FRAGMENT)) {
        JsonValue value = rule.source().get(name);
        String text = value == null ? null : value.asText();
        evidence = text == null ? evidence : weaker(evidence, ofPattern(text, rule));
      }
      evidence = weaker(evidence, ofOldForm(claim, rule.source()));
    }
    return evidence;
  }

  private static Evidence weaker(Evidence one, Evidence other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Evidence ofEntry(AppleClaim claim) {
    Entry entry = claim.entry();
    if (entry == null
        || claim.isRepeated()
        || !claim.id().value().equals(claim.app())
        || (entry.components() == null && entry.paths() == null)
        || (entry.object().has("components") && entry.object().has("paths"))) {
      return Evidence.DERIVED;
    }
    boolean isOnlyObserved =
        entry.key() != null
            || (entry.object().has("appID") && entry.object().has("appIDs"))
            || claim.rules().list().isEmpty();
    return isOnlyObserved ? Evidence.OBSERVED : Evidence.DOCUMENTED;
  }

  /** Values of another type than the documented one are taken for something, not refused. */
  private static Evidence ofTypes(LinkRule rule) {
    JsonValue query = rule.get(LinkRule.QUERY);
    if ((rule.own() == null)
        || FLAGS.stream().map(rule::get).anyMatch(v -> v != null && !(v instanceof JsonBoolean))
        || isNoText(rule.get(LinkRule.PATH))
        || isNoText(rule.get(LinkRule.FRAGMENT))
        || (isNoText(query) && !(query instanceof JsonObject))) {
      return Evidence.DERIVED;
    }
    return query instanceof JsonObject object
            && object.members().stream().anyMatch(member -> isNoText(member.value()))
        ? Evidence.OBSERVED
        : Evidence.DOCUMENTED;
  }

  private static boolean isNoText(@Nullable JsonValue value) {
    return value != null && value.asText() == null;
  }

  /** Where pattern and path differ by the slashes at their ends, tools were seen to ignore them. */
  private Evidence ofPath(AppleRule rule, AppleParts parts) {
    JsonValue value = rule.source().get(LinkRule.PATH);
    String pattern = value == null ? null : value.asText();
    if (pattern == null || pattern.equals("*")) {
      return Evidence.DOCUMENTED;
    }
    String path = parts.path(rule.decodes());
    boolean asWritten = ApplePattern.of(pattern, rule.fold(), variables).matches(path);
    boolean compared = rule.path() != null && rule.path().matches(AppleText.normalised(path));
    if (asWritten == compared) {
      return Evidence.DOCUMENTED;
    }
    boolean isBeyondWhatWasSeen =
        pattern.length() < 2
            || pattern.contains("?")
            || pattern.contains("//")
            || AppleText.hasRuns(path, 0, path.length());
    return isBeyondWhatWasSeen ? Evidence.DERIVED : Evidence.OBSERVED;
  }

  private static Evidence ofQuery(AppleRule rule, AppleParts parts) {
    AppleQuery query = rule.query();
    Evidence evidence = Evidence.DOCUMENTED;
    if (query.whole() != null && !parts.hasQuery()) {
      evidence = Evidence.OBSERVED;
    }
    for (AppleQuery.Item item : query.items()) {
      List<String> values = query.values(item, parts.url(), parts.queryStart(), parts.queryEnd());
      if (values.size() != 1 || values.get(0).isEmpty()) {
        evidence = Evidence.OBSERVED;
      }
      if (rule.fold() && values.isEmpty() && !item.pattern().matches("")) {
        // Names are said to be compared exactly even then; a name in other case may be there.
        return Evidence.DERIVED;
      }
    }
    return evidence;
  }

  private Evidence ofPattern(String pattern, AppleRule rule) {
    boolean isAscii = pattern.chars().allMatch(unit -> unit < 0x80);
    if (pattern.indexOf('\\') >= 0
        || pattern.contains("**")
        || (rule.fold() && !isAscii)
        || ApplePattern.of(pattern, rule.fold(), variables) instanceof ApplePattern.Never
        || AppSiteAssociation.BUILT_IN_VARIABLES.stream()
            .anyMatch(name -> variables.defines(name) && pattern.contains("$(" + name + ")"))) {
      return Evidence.DERIVED;
    }
    // Which codes the lists hold, and how variables and letter case go together, was seen.
    boolean isOnlyObserved =
        rule.decodes()
            || pattern.contains("$(region)")
            || pattern.contains("$(lang)")
            || (rule.fold() && pattern.contains("$("));
    return isOnlyObserved ? Evidence.OBSERVED : Evidence.DOCUMENTED;
  }

  /** Defaults and variables came after the old form, and its own documents do not know them. */
  private static Evidence ofOldForm(AppleClaim claim, LinkRule rule) {
    Entry entry = claim.entry();
    String text = rule.value().asText();
    if (entry == null || entry.paths() == null || text == null) {
      return Evidence.DOCUMENTED;
    }
    boolean isNotInOtherCase = rule.excludes() && !text.startsWith("NOT ");
    boolean isNewer = text.contains("$(") || !rule.defaults().isEmpty();
    return isNotInOtherCase || isNewer ? Evidence.DERIVED : Evidence.DOCUMENTED;
  }
}
