package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;
import static java.util.stream.Collectors.joining;

import dev.wellknown.app.IntentFilter;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule about an app's AndroidManifest.xml. */
abstract class ManifestRule extends Rule<ManifestSide> {

  /** As many names as a person reads. */
  private static final int LISTED = 5;

  ManifestRule(Severity severity, Set<Reader> breaks, String summary) {
    super("link", severity, breaks, Evidence.DOCUMENTED, summary);
  }

  @Override
  public final List<Finding> check(ManifestSide side) {
    List<Finding> findings = new ArrayList<>();
    check(side, findings);
    return findings.stream().map(each -> each.withApp(side.packageName())).toList();
  }

  abstract void check(ManifestSide side, List<Finding> findings);

  /** A finding for each filter that has a flaw. */
  final void tell(
      ManifestSide side,
      Map<IntentFilter, List<String>> filters,
      String flaw,
      String fix,
      List<Finding> findings) {
    filters.forEach(
        (filter, hosts) ->
            findings.add(
                finding(
                        side.at(filter.position()),
                        "the intent filter for " + listed(hosts) + " " + flaw,
                        fix)
                    .withSeen(String.join(",", hosts))));
  }

  /** Where a rule speaks about a registered host. */
  static Location declared(ManifestSide side, String host) {
    return Sides.declared(side.registration(), host);
  }

  static String listed(Collection<String> names) {
    String text = names.stream().limit(LISTED).map(each -> quote(each)).collect(joining(", "));
    return names.size() > LISTED ? text + " and " + (names.size() - LISTED) + " more" : text;
  }
}
