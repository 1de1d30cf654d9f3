package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first rule that matches decides, so a rule behind one that matches all of its links and more
 * does nothing. Said only where it is certain; a rule that says the same as one before it is told
 * by {@link DuplicateRule}.
 */
final class UnreachableRule extends AasaRule {

  UnreachableRule() {
    super(
        Severity.ERROR,
        BOTH,
        Evidence.DOCUMENTED,
        "A rule stands behind one that already takes all of its links");
  }

  @Override
  public List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    Coverage coverage = new Coverage();
    for (Entry entry : file.entries()) {
      check(file, entry, coverage, findings);
    }
    return findings;
  }

  /** A rule that may take the links of later ones. */
  private record Earlier(int index, LinkRule rule, RuleMeaning meaning, String words) {}

  private void check(
      AppSiteAssociation file, Entry entry, Coverage coverage, List<Finding> findings) {
    List<LinkRule> rules = entry.rules();
    Set<RuleMeaning> said = new HashSet<>();
    List<Earlier> wide = new ArrayList<>();
    Map<String, List<Earlier>> byPath = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      LinkRule rule = rules.get(i);
      RuleMeaning meaning = RuleMeaning.of(rule);
      if (meaning == null || !said.add(meaning)) {
        continue;
      }
      Earlier earlier =
          first(
              find(wide, meaning, coverage),
              find(byPath.getOrDefault(meaning.path(), List.of()), meaning, coverage));
      if (earlier != null) {
        findings.add(tell(file, entry, rule, meaning, earlier));
      } else if (!ComponentWithoutConstraint.isAccidental(rule)) {
        Earlier here = new Earlier(i, rule, meaning, words(rule.value()));
        if (isPlain(meaning)) {
          byPath.computeIfAbsent(meaning.path(), path -> new ArrayList<>()).add(here);
        } else {
          wide.add(here);
        }
      }
    }
  }

  /** Whether the path can only take rules with the very same path. */
  private static boolean isPlain(RuleMeaning meaning) {
    String path = meaning.path();
    return path != null
        && meaning.caseSensitive()
        && path.indexOf('*') < 0
        && path.indexOf('?') < 0;
  }

  private static @Nullable Earlier find(
      List<Earlier> candidates, RuleMeaning meaning, Coverage coverage) {
    for (Earlier candidate : candidates) {
      if (coverage.covers(candidate.meaning(), meaning)) {
        return candidate;
      }
    }
    return null;
  }

  private static @Nullable Earlier first(@Nullable Earlier one, @Nullable Earlier other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.index() < other.index() ? one : other;
  }

  private Finding tell(
      AppSiteAssociation file, Entry entry, LinkRule rule, RuleMeaning meaning, Earlier earlier) {
    boolean redundant = meaning.exclude() == earlier.meaning().exclude();
    Finding finding =
        finding(
                file.document().at(rule.value()),
                "no link reaches this rule: "
                    + earlier.words()
                    + " at "
                    + earlier.rule().value().pointer()
                    + " takes them all before"
                    + (redundant
                        ? ", with the same effect"
                        : meaning.exclude() ? " and opens them" : " and excludes them"),
                redundant ? "remove this rule" : fix(earlier.rule()))
            .withSeen(words(rule.value()))
            .withApp(entry.app());
    if (redundant) {
      return finding.withSeverity(Severity.NOTE).withBreaks(NONE);
    }
    // A dead exclusion only opens more than was meant; no link that was wanted is lost.
    return meaning.exclude() ? finding.withSeverity(Severity.WARNING).withBreaks(NONE) : finding;
  }

  private static String fix(LinkRule earlier) {
    return QueryItemNotRequired.first(earlier)
        .map(
            item ->
                "write \"?*\" for "
                    + Printable.quote(item)
                    + " in that rule: \"*\" also matches links without the item")
        .orElse("move it in front of that rule: the first rule that matches decides");
  }

  private static String words(JsonValue rule) {
    String text = rule.asText();
    return text == null ? Printable.cut(rule.toJson()) : Printable.quote(text);
  }
}
