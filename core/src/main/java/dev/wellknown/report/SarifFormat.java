package dev.wellknown.report;

import dev.wellknown.examine.Baseline;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.json.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, one run, within the limits of GitHub's code scanning. A finding on a host points at
 * the line of the registration that names the host, for there is no other file in the repository.
 *
 * @param name from a file's path as given to its path relative to the working directory
 */
record SarifFormat(UnaryOperator<String> name) implements Rendering.Whole {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /** GitHub refuses a run with more; the worst are kept. */
  private static final int MOST_RESULTS = 25_000;

  /** A finding with the target at which it was found. */
  private record Result(TargetReport target, Reported reported) {
    Finding finding() {
      return reported.finding();
    }
  }

  @Override
  public String text(Report report) {
    List<Result> all =
        report.targets().stream()
            .flatMap(target -> target.findings().stream().map(each -> new Result(target, each)))
            .toList();
    List<Result> results =
        all.size() <= MOST_RESULTS
            ? all
            : all.stream()
                .sorted(Comparator.comparing(each -> each.finding().severity()))
                .limit(MOST_RESULTS)
                .toList();
    SarifRules rules = SarifRules.of(results.stream().map(Result::finding));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver(rules)));
    run.put("automationDetails", Map.of("id", "wellknown/" + report.command() + "/"));
    run.put("columnKind", "unicodeCodePoints");
    run.put("invocations", List.of(invocation(report, all.size() - results.size())));
    run.put("results", results.stream().map(each -> result(each, rules)).toList());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    root.put("runs", List.of(run));
    return JsonText.pretty(root);
  }

  private static Map<String, Object> driver(SarifRules rules) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "wellknown");
    driver.put("version", Version.TEXT);
    driver.put("informationUri", SarifRules.HOME);
    driver.put("rules", rules.descriptors());
    return driver;
  }

  private static Map<String, Object> invocation(Report report, int leftOut) {
    Stream<String> open =
        report.targets().stream()
            .filter(target -> !target.isDecided())
            .map(target -> target.name() + " could not be examined as a whole: unknown, no pass");
    Stream<String> parts =
        report.targets().stream()
            .flatMap(
                target ->
                    target.notExamined().stream()
                        .map(each -> target.name() + ": not examined: " + each));
    Stream<String> cut =
        Stream.of(leftOut + " findings are left out, beyond the " + MOST_RESULTS + " worst")
            .filter(text -> leftOut > 0);
    List<Map<String, Object>> notifications = new ArrayList<>();
    report.unusable().forEach(each -> notifications.add(notification("error", each)));
    Stream.of(open, parts, report.notices().stream(), cut)
        .flatMap(each -> each)
        .forEach(each -> notifications.add(notification("warning", each)));
    report
        .conditions()
        .forEach(each -> notifications.add(notification("note", "under the condition: " + each)));
    Map<String, Object> invocation = new LinkedHashMap<>();
    invocation.put("executionSuccessful", report.complete() && report.unusable().isEmpty());
    invocation.put("toolExecutionNotifications", notifications);
    return invocation;
  }

  private static Map<String, Object> notification(String level, String text) {
    Map<String, Object> notification = new LinkedHashMap<>();
    notification.put("level", level);
    notification.put("message", message(text));
    return notification;
  }

  private Map<String, Object> result(Result each, SarifRules rules) {
    Finding finding = each.finding();
    Location location = finding.location();
    boolean moved = Uris.isLive(location) && each.target().declaredAt().isPresent();
    Location shown = moved ? each.target().declaredAt().orElseThrow() : location;
    String where = Uris.isLive(location) ? " (at " + TextFormat.place(location) + ")" : "";
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", finding.rule().id());
    result.put("ruleIndex", rules.index(finding.rule()));
    result.put("level", finding.severity().id());
    result.put("message", message(finding.message() + where + ". Fix: " + finding.fix()));
    result.put("locations", List.of(place(shown, finding)));
    if (moved) {
      Map<String, Object> related = new LinkedHashMap<>();
      related.put("id", 0);
      related.put("physicalLocation", physical(location));
      related.put("message", message("what was served"));
      result.put("relatedLocations", List.of(related));
    }
    // GitHub knows the first name alone. Computed from lines, all findings of a host would be one.
    Map<String, Object> fingerprints = new LinkedHashMap<>();
    fingerprints.put("primaryLocationLineHash", each.reported().fingerprint() + ":1");
    fingerprints.put("wellknown/v1", each.reported().fingerprint());
    result.put("partialFingerprints", fingerprints);
    each.reported()
        .accepted()
        .ifPresent(entry -> result.put("suppressions", List.of(suppression(entry))));
    result.put("properties", properties(each));
    return result;
  }

  private Map<String, Object> place(Location shown, Finding finding) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("physicalLocation", physical(shown));
    String pointer = finding.location().pointer();
    if (pointer != null && !pointer.isEmpty()) {
      place.put(
          "logicalLocations", List.of(Map.of("fullyQualifiedName", Printable.escape(pointer))));
    }
    return place;
  }

  private Map<String, Object> physical(Location location) {
    Map<String, Object> region = new LinkedHashMap<>();
    // GitHub refuses a place without a line.
    region.put("startLine", location.line() == null ? 1 : location.line());
    if (location.column() != null) {
      region.put("startColumn", location.column());
    }
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", Uris.of(location, name)));
    physical.put("region", region);
    return physical;
  }

  private static Map<String, Object> suppression(Baseline.Entry entry) {
    Map<String, Object> suppression = new LinkedHashMap<>();
    suppression.put("kind", "external");
    suppression.put("status", "accepted");
    if (!entry.reason().isEmpty()) {
      suppression.put("justification", Printable.cut(entry.reason()));
    }
    return suppression;
  }

  private static Map<String, Object> properties(Result each) {
    Finding finding = each.finding();
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("target", Printable.escape(each.target().name()));
    properties.put("breaks", finding.breaks().stream().map(Reader::id).toList());
    properties.put("undecided", finding.undecided().stream().map(Reader::id).toList());
    properties.put("evidence", finding.evidence().id());
    if (finding.app() != null) {
      properties.put("app", finding.app());
    }
    if (finding.seen() != null) {
      properties.put("seen", finding.seen());
    }
    if (finding.expected() != null) {
      properties.put("expected", finding.expected());
    }
    return properties;
  }

  /** In SARIF's plain texts {@code [words](address)} is a link, and none of ours comes so. */
  private static Map<String, Object> message(String text) {
    return Map.of("text", Printable.escape(text).replace("](", "] ("));
  }
}
