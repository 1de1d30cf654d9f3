package dev.wellknown.rule.aasa;

import dev.wellknown.association.AppSiteAssociation;
import dev.wellknown.association.AppSiteAssociation.Entry;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.json.JsonString;
import dev.wellknown.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule about each value that stands where an app id belongs. An {@code appID} that only repeats
 * one of {@code appIDs}, for old systems, is judged as well, but softly: the list is what counts.
 */
abstract class AppIdRule extends AasaRule {

  AppIdRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super(severity, breaks, evidence, summary);
  }

  @Override
  public final List<Finding> check(AppSiteAssociation file) {
    List<Finding> findings = new ArrayList<>();
    for (JsonValue value : file.appIdValues()) {
      Finding finding = judge(file, value);
      if (finding != null) {
        findings.add(complete(finding, value));
      }
    }
    for (Entry entry : file.entries()) {
      JsonString hidden = AppIdHiddenByAppIds.hidden(entry);
      Finding finding =
          hidden == null || !AppIdHiddenByAppIds.isListed(entry, hidden)
              ? null
              : judge(file, hidden);
      if (finding != null) {
        findings.add(complete(finding, hidden).withSeverity(Severity.NOTE).withBreaks(NONE));
      }
    }
    return findings;
  }

  private static Finding complete(Finding finding, JsonValue value) {
    String text = value.asText();
    String expected = finding.expected();
    return finding
        .withSeen(text == null ? value.toJson() : text)
        .withExpected(expected == null ? null : Printable.cut(expected))
        .withApp(text);
  }

  /** The offence in one value; null where there is none. */
  abstract @Nullable Finding judge(AppSiteAssociation file, JsonValue value);
}
