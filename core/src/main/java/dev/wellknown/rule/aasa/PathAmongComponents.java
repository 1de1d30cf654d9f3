package dev.wellknown.rule.aasa;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text among the components is reported to be taken as a component without members, which matches
 * every link. With {@code NOT} it was to exclude, and now opens.
 */
final class PathAmongComponents extends EntryRule {

  private static final Pattern NOT = Pattern.compile("(?is)NOT\\s+(.*)");

  PathAmongComponents() {
    super(
        Severity.WARNING,
        NONE,
        Evidence.DERIVED,
        "A text stands among the components, where it matches every link");
  }

  @Override
  void judge(AppSiteAssociation file, Entry entry, List<Finding> findings) {
    JsonArray components = entry.components();
    if (components == null) {
      return;
    }
    for (JsonValue component : components.elements()) {
      if (component instanceof JsonString path) {
        Matcher not = NOT.matcher(path.value());
        boolean exclusion = not.matches();
        String pattern = quote(exclusion ? not.group(1) : path.value());
        Finding finding =
            finding(
                    file.document().at(path),
                    "the text "
                        + quote(path.value())
                        + " stands among the components: devices see no constraint in it, and every"
                        + " link matches",
                    "write a component: {\"/\": "
                        + pattern
                        + (exclusion ? ", \"exclude\": true}" : "}"))
                .withSeen(path.value())
                .withExpected("an object")
                .withApp(entry.app());
        findings.add(exclusion ? finding.withSeverity(Severity.ERROR).withBreaks(BOTH) : finding);
      }
    }
  }
}
