package dev.wellknown.cli;

import dev.wellknown.examine.Accepting;
import dev.wellknown.examine.Baseline;
import dev.wellknown.examine.BaselineFile;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.WholeFile;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Detail;
import dev.wellknown.report.Format;
import dev.wellknown.report.Outputs;
import dev.wellknown.report.Setting;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where the results of a run go, as its options say: to standard output, to report files, and into
 * a baseline. Its files are begun before the run, so that nobody waits for one that cannot be
 * written.
 */
final class Reporting implements AutoCloseable {

  private final Outputs outputs = new Outputs();
  private final Accepting accepting;
  private final String command;
  private final Format format;
  private @Nullable WholeFile baseline;

  /**
   * @param command the walk's name
   * @param held whether the rule of an id is held against targets in this run
   */
  Reporting(Invocation invocation, String command, Predicate<String> held) throws IOException {
    this.command = command;
    this.format = Format.of(invocation.format(Format.ids()));
    Optional<String> written = invocation.value("--write-baseline");
    this.accepting =
        new Accepting(
            accepted(invocation),
            known(invocation, written),
            LocalDate.now(ZoneOffset.UTC),
            held,
            written.isPresent());
    boolean begun = false;
    try {
      outputs.add(format, setting(invocation, invocation.text()), invocation.out());
      addFiles(invocation, written);
      begun = true;
    } finally {
      if (!begun) {
        close();
      }
    }
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

  private static Baseline accepted(Invocation invocation) throws IOException {
    Optional<String> path = invocation.value("--baseline");
    return path.isPresent() ? read(invocation, path.get()) : Baseline.NONE;
  }

  /** The entries whose reasons and dates are kept. */
  private static Baseline known(Invocation invocation, Optional<String> written)
      throws IOException {
    boolean there =
        written.isPresent() && Files.isRegularFile(invocation.inputs().resolve(written.get()));
    return there ? read(invocation, written.orElseThrow()) : Baseline.NONE;
  }

  private static Baseline read(Invocation invocation, String path) throws IOException {
    return BaselineFile.read(invocation.inputs().read(path), path);
  }

  private void addFiles(Invocation invocation, Optional<String> written) throws IOException {
    Set<Path> places = new HashSet<>();
    TextFormat text =
        new TextFormat(
            new Style(false, true),
            invocation.has("--verbose") ? Detail.VERBOSE : Detail.NORMAL,
            Severity.ERROR);
    for (String word : invocation.values("--report")) {
      int equals = word.indexOf('=');
      if (equals < 1 || equals == word.length() - 1) {
        throw new Usage(
            "--report is "
                + Printable.quote(word)
                + "; write FORMAT=FILE, such as sarif=wellknown.sarif");
      }
      String id = Invocation.choice("--report", word.substring(0, equals), Format.ids());
      outputs.add(
          Format.of(id),
          setting(invocation, text),
          begin(invocation, word.substring(equals + 1), places));
    }
    if (written.isPresent()) {
      baseline = begin(invocation, written.get(), places);
    }
  }

  private static WholeFile begin(Invocation invocation, String path, Set<Path> places)
      throws IOException {
    Path place = invocation.inputs().resolve(path).normalize();
    if (!places.add(place)) {
      throw new Usage("two reports go to " + Printable.quote(path) + "; give each its own file");
    }
    return WholeFile.beside(place);
  }

  private static Setting setting(Invocation invocation, TextFormat text) {
    return new Setting(text, invocation.failOn(), invocation.inputs()::identity);
  }

  /** What goes to standard output. */
  Format format() {
    return format;
  }

  void take(TargetReport target) throws IOException {
    outputs.take(accepting.mark(target));
  }

  /** What is counted of the targets that were taken. */
  Report.Tally tally() {
    return outputs.tally();
  }

  /**
   * Ends what goes to standard output; no file is changed by a run that was broken off.
   *
   * @param frame everything about the run but its targets
   */
  void breakOff(Report frame) throws IOException {
    outputs.breakOff(frame);
    close();
  }

  /**
   * Writes everything.
   *
   * @param frame everything about the run but its targets
   */
  void end(Report frame) throws IOException {
    outputs.end(
        new Report(
            command,
            frame.complete(),
            frame.conditions(),
            frame.targets(),
            frame.unusable(),
            accepting.notices()));
    if (baseline != null) {
      baseline.write(BaselineFile.text(accepting.renewed()).getBytes(StandardCharsets.UTF_8));
      baseline.commit();
    }
  }

  @Override
  public void close() throws IOException {
    outputs.close();
    if (baseline != null) {
      baseline.close();
    }
  }
}
