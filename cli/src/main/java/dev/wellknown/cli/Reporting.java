package dev.wellknown.cli;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Detail;
import dev.wellknown.report.Format;
import dev.wellknown.report.ReportFile;
import dev.wellknown.report.ResultFiles;
import dev.wellknown.report.Results;
import dev.wellknown.report.Setting;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where the results of a run go, as its options say: to standard output, to report files, and into
 * a baseline. Its files are begun before the run, so that nobody waits for one that cannot be
 * written.
 */
final class Reporting implements AutoCloseable {

  private final String command;
  private final Results results;
  private final Format format;

  private static final List<String> READ =
      List.of("--registration", "--hosts-from", "--resume", "--cacert", "--trace");

  /**
   * @param command the walk's name
   * @param held whether the rule of an id is held against targets in this run
   */
  Reporting(Invocation invocation, String command, Predicate<String> held) throws IOException {
    this.command = command;
    this.format = Format.of(invocation.format(Format.ids()));
    TextFormat text =
        new TextFormat(
            new Style(false, true),
            invocation.has("--verbose") ? Detail.VERBOSE : Detail.NORMAL,
            Severity.ERROR);
    // Before files are begun: a wrong option among these leaves none behind.
    Setting shown = setting(invocation, invocation.text());
    this.results =
        new Results(files(invocation), invocation.inputs(), setting(invocation, text), held);
    results.add(format, shown, invocation.out());
  }

  static CommandSpec addTo(CommandSpec spec) {
    spec.addOption(
        Command.choice(
            Format.ids(),
            "What is printed: text for people (default), or html, a page with all the evidence; json"
                + " as a whole, or ndjson, a line for each target as soon as it is known; sarif,"
                + " junit, markdown and github for CI. Also WELLKNOWN_FORMAT.",
            "--format"));
    spec.addOption(
        Command.repeatable(
            "FORMAT=FILE",
            "Also write a report to a file, in any of these formats. May be repeated.",
            "--report"));
    spec.addOption(
        Command.option(
            "FILE", "Findings that are accepted: they are told, and do not count.", "--baseline"));
    return spec.addOption(
        Command.option(
            "FILE",
            "Write what is found as a baseline, with the reasons and dates that are there.",
            "--write-baseline"));
  }

  private static ResultFiles files(Invocation invocation) {
    return new ResultFiles(
        invocation.values("--report").stream().map(Reporting::report).toList(),
        invocation.value("--baseline"),
        invocation.value("--write-baseline"),
        read(invocation));
  }

  /** What the command line names to be read; operands of some commands are no files at all. */
  private static List<String> read(Invocation invocation) {
    List<String> paths = new ArrayList<>(invocation.operands());
    for (String option : READ) {
      invocation.value(option).ifPresent(paths::add);
    }
    paths.addAll(invocation.values("--app"));
    paths.add(Invocation.REGISTRATION);
    paths.removeIf(path -> path.equals("-") || path.contains("://"));
    return paths;
  }

  private static ReportFile report(String word) {
    try {
      return ReportFile.parse(word);
    } catch (IllegalArgumentException e) {
      throw new Usage("--report is " + Printable.quote(word) + "; " + e.getMessage());
    }
  }

  private static Setting setting(Invocation invocation, TextFormat text) {
    return new Setting(text, invocation.failOn(), invocation.inputs()::identity);
  }

  /** What goes to standard output. */
  Format format() {
    return format;
  }

  void take(TargetReport target) throws IOException {
    results.take(target);
  }

  /** What is counted of the targets that were taken. */
  Report.Tally tally() {
    return results.tally();
  }

  /**
   * Ends what goes to standard output; no file is changed by a run that was broken off.
   *
   * @param frame everything about the run but its targets
   */
  void breakOff(Report frame) throws IOException {
    results.breakOff(frame);
  }

  /**
   * Writes everything.
   *
   * @param frame everything about the run but its targets
   */
  void end(Report frame) throws IOException {
    results.end(
        new Report(
            command, frame.complete(), frame.conditions(), frame.targets(), frame.unusable()));
  }

  @Override
  public void close() throws IOException {
    results.close();
  }
}
