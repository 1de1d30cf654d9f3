package dev.wellknown.maven;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Stamp.Told;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.TextFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Tells what was found through Maven's log, and keeps it for a run that finds nothing changed. */
final class Teller {

  private final Log log;
  private final List<Told> told = new ArrayList<>();

  Teller(Log log) {
    this.log = log;
  }

  void tell(Finding finding) {
    String place = TextFormat.place(finding.location());
    String rule = " [" + finding.rule().id() + "]";
    tell(finding.severity(), place + ": " + finding.message() + rule);
    tell(finding.severity(), "    fix: " + finding.fix());
  }

  /** All targets, and what there is to say about the baseline. */
  void tell(Report report) {
    report.targets().forEach(this::tell);
    report.notices().forEach(each -> tell(Severity.NOTE, each));
  }

  /** What a baseline accepts is told, and is no trouble of this build. */
  private void tell(Reported reported) {
    Finding finding = reported.finding();
    if (reported.accepted().isEmpty()) {
      tell(finding);
      return;
    }
    tell(
        Severity.NOTE,
        TextFormat.place(finding.location())
            + ": "
            + finding.severity().id()
            + ", "
            + TextFormat.accepted(reported.accepted().get())
            + ": "
            + finding.message()
            + " ["
            + finding.rule().id()
            + "]");
  }

  /** A target: its findings, and what each reader concludes. */
  void tell(TargetReport target) {
    target.findings().forEach(this::tell);
    String readers =
        target.verdicts().entrySet().stream()
            .map(each -> each.getKey().id() + " " + each.getValue().id())
            .collect(Collectors.joining(", "));
    tell(
        Severity.NOTE,
        target.name()
            + ": "
            + target.verdict().id()
            + (readers.isEmpty() ? "" : " (" + readers + ")"));
    target
        .notExamined()
        .forEach(each -> tell(Severity.NOTE, target.name() + ": not examined: " + each));
  }

  void tell(Severity severity, String text) {
    Told line = new Told(severity, text);
    told.add(line);
    say(line);
  }

  /** Says a line without keeping it. */
  void say(Told line) {
    switch (line.severity()) {
      case ERROR -> log.error(line.text());
      case WARNING -> log.warn(line.text());
      case NOTE -> log.info(line.text());
    }
  }

  List<Told> told() {
    return List.copyOf(told);
  }
}
