package dev.wellknown.report;

import static dev.wellknown.report.Xml.attribute;

import dev.wellknown.examine.FileFacts;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.JunitCase.Outcome;
import dev.wellknown.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * JUnit XML in the form that Surefire writes and CI servers read: a suite for each target, a case
 * for each rule that was held against it. It fails where the run does: see {@link JunitCase}.
 *
 * @param failOn the severity from which findings fail; empty for never
 */
record JunitFormat(Optional<Severity> failOn) implements Rendering.Whole {

  /** One target and its cases. */
  private record Suite(TargetReport target, List<JunitCase> cases) {

    String counts() {
      return attribute("tests", String.valueOf(cases.size()))
          + attribute("failures", String.valueOf(count(Outcome.FAILURE)))
          + attribute("errors", String.valueOf(count(Outcome.ERROR)))
          + attribute("skipped", String.valueOf(count(Outcome.SKIPPED)));
    }

    long count(Outcome outcome) {
      return cases.stream().filter(each -> each.outcome() == outcome).count();
    }

    double seconds() {
      return target.files().stream()
              .map(FileFacts::millis)
              .filter(Objects::nonNull)
              .mapToLong(Long::longValue)
              .sum()
          / 1e3;
    }
  }

  @Override
  public String text(Report report) {
    List<Suite> suites = report.targets().stream().map(this::suite).toList();
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    List<JunitCase> all = suites.stream().flatMap(each -> each.cases().stream()).toList();
    List<JunitCase> unusable =
        report.unusable().stream()
            .map(each -> new JunitCase("inputs", "usable", Outcome.ERROR, "unusable", each, ""))
            .toList();
    List<JunitCase> everything = new ArrayList<>(all);
    everything.addAll(unusable);
    out.append("<testsuites")
        .append(attribute("name", "wellknown " + report.command()))
        .append(new Suite(NOBODY, everything).counts())
        .append(">\n");
    suites.forEach(each -> write(out, each));
    if (!unusable.isEmpty()) {
      write(out, new Suite(NOBODY, unusable));
    }
    return out.append("</testsuites>\n").toString();
  }

  /** The suite of inputs that could not be used. */
  private static final TargetReport NOBODY =
      new TargetReport("inputs", Map.of(), List.of(), List.of(), List.of());

  private static void write(StringBuilder out, Suite suite) {
    out.append("  <testsuite")
        .append(attribute("name", suite.target().name()))
        .append(suite.counts())
        .append(attribute("time", String.format(Locale.ROOT, "%.3f", suite.seconds())))
        .append(">\n");
    suite.cases().forEach(each -> each.write(out));
    out.append("  </testsuite>\n");
  }

  private Suite suite(TargetReport target) {
    Map<String, List<Reported>> byRule = new LinkedHashMap<>();
    for (Reported each : target.findings()) {
      byRule.computeIfAbsent(each.finding().rule().id(), id -> new ArrayList<>()).add(each);
    }
    List<JunitCase> cases = new ArrayList<>();
    for (RuleInfo rule : RuleCatalog.all()) {
      List<Reported> found = byRule.getOrDefault(rule.id(), List.of());
      if (!found.isEmpty() || target.heldAgainst().contains(rule.id())) {
        cases.add(of(target, rule, found));
      }
    }
    for (String each : target.notExamined()) {
      cases.add(new JunitCase(target.name(), each, Outcome.SKIPPED, "", "not examined", ""));
    }
    if (!target.isDecided() && cases.stream().noneMatch(c -> c.outcome() == Outcome.ERROR)) {
      cases.add(
          new JunitCase(
              target.name(), "every verdict", Outcome.ERROR, "unknown", "not all was reached", ""));
    }
    return new Suite(target, cases);
  }

  private JunitCase of(TargetReport target, RuleInfo rule, List<Reported> found) {
    Outcome outcome =
        found.stream().map(this::outcome).min(Outcome::compareTo).orElse(Outcome.PASS);
    List<Reported> told =
        found.stream().filter(each -> outcome == Outcome.PASS || outcome(each) == outcome).toList();
    return new JunitCase(
        target.name(),
        rule.id(),
        outcome,
        told.isEmpty() ? "" : told.get(0).finding().severity().id(),
        told.isEmpty() ? "" : head(told),
        body(found));
  }

  private Outcome outcome(Reported each) {
    if (each.isBaselined()) {
      return Outcome.SKIPPED;
    }
    if (failOn.isPresent() && each.counts(failOn.get())) {
      return Outcome.FAILURE;
    }
    return each.finding().mayPass() ? Outcome.ERROR : Outcome.PASS;
  }

  private static String head(List<Reported> told) {
    String accepted = told.get(0).accepted().map(entry -> "accepted by the baseline: ").orElse("");
    String more = told.size() == 1 ? "" : " (and " + (told.size() - 1) + " more)";
    return accepted + told.get(0).finding().message() + more;
  }

  private static String body(List<Reported> found) {
    StringBuilder body = new StringBuilder();
    for (Reported each : found) {
      Finding finding = each.finding();
      body.append(TextFormat.place(finding.location()))
          .append(": ")
          .append(finding.severity().id())
          .append(each.isBaselined() ? ", accepted by the baseline: " : ": ")
          .append(finding.message())
          .append('\n');
      if (!finding.breaks().isEmpty()) {
        body.append("breaks: ").append(TextFormat.readers(finding.breaks())).append('\n');
      }
      body.append("fix: ").append(finding.fix()).append('\n');
    }
    return body.toString();
  }
}
