package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.association.LinkRule;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From iOS 13 on, {@code paths} is not looked at where there is a list {@code components}. Told
 * only where {@code paths} has a rule that {@code components} lacks; where the components open
 * nothing at all, {@link OpensNothing} tells it.
 */
final class ComponentsHidePaths extends EntryRule {

  ComponentsHidePaths() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "The paths of an entry say more than its components, which hide them");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray paths = entry.object().array("paths");
    if (paths == null || entry.components() == null || OpensNothing.opensNothing(entry)) {
      return;
    }
    JsonValue lost = firstLost(entry, paths);
    if (lost != null) {
      String text = lost.asText();
      findings.add(
          finding(
                  file.document().at(paths),
                  "\"paths\" is not read from iOS 13 on, because \"components\" is there, and its "
                      + (text == null ? lost.inWords() : quote(text))
                      + " stands in no component",
                  "say it in \"components\" as well, or remove \"paths\"")
              .withSeen(text == null ? lost.toJson() : text)
              .withApp(entry.app()));
    }
  }

  /** The first rule of {@code paths} that is not among the components. */
  static @Nullable JsonValue firstLost(Entry entry, JsonArray paths) {
    Set<RuleMeaning> read = new HashSet<>();
    for (LinkRule rule : entry.rules()) {
      RuleMeaning meaning = RuleMeaning.of(rule);
      if (meaning != null) {
        read.add(comparable(meaning));
      }
    }
    for (LinkRule rule : entry.pathRules(paths)) {
      RuleMeaning meaning = RuleMeaning.of(rule);
      if (meaning != null && !read.contains(comparable(meaning))) {
        return rule.value();
      }
    }
    return null;
  }

  /** Components refine what paths can only say roughly, so path and effect alone are compared. */
  private static RuleMeaning comparable(RuleMeaning meaning) {
    return new RuleMeaning(meaning.path(), null, Map.of(), null, true, true, meaning.exclude());
  }
}
