package dev.wellknown.report;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Accepting;
import dev.wellknown.examine.Baseline;
import dev.wellknown.examine.BaselineFile;
import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.examine.WholeFile;
import dev.wellknown.finding.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The results of one run: what a baseline accepts is marked, then all of it goes to every output,
 * and in the end into the next baseline. Files are begun before the run, so that nobody waits for
 * one that cannot be written. Not thread-safe.
 */
public final class Results implements AutoCloseable {

  private final Outputs outputs = new Outputs();
  private final Accepting accepting;
  private @Nullable WholeFile baseline;

  /**
   * Reads the baselines, and begins the files.
   *
   * @param setting of all files
   * @param held whether the rule of an id is held against targets in this run
   * @throws UnusableInputException where a baseline cannot be used, or two files are one
   * @throws IOException where a file cannot be written
   */
  public Results(ResultFiles files, Inputs inputs, Setting setting, Predicate<String> held)
      throws IOException {
    Optional<String> written = files.writtenBaseline();
    this.accepting =
        new Accepting(
            accepted(files, inputs),
            known(written, inputs),
            LocalDate.now(ZoneOffset.UTC),
            held,
            written.isPresent());
    boolean begun = false;
    try {
      begin(files, inputs, setting);
      begun = true;
    } finally {
      if (!begun) {
        close();
      }
    }
  }

  private static Baseline accepted(ResultFiles files, Inputs inputs) throws IOException {
    Optional<String> path = files.baseline();
    return path.isPresent() ? read(path.get(), inputs) : Baseline.NONE;
  }

  /** The entries whose reasons and dates are kept. */
  private static Baseline known(Optional<String> written, Inputs inputs) throws IOException {
    boolean there = written.isPresent() && Files.isRegularFile(inputs.resolve(written.get()));
    return there ? read(written.orElseThrow(), inputs) : Baseline.NONE;
  }

  private static Baseline read(String path, Inputs inputs) throws IOException {
    return BaselineFile.read(inputs.read(path), path);
  }

  private void begin(ResultFiles files, Inputs inputs, Setting setting) throws IOException {
    Set<Path> places = new HashSet<>();
    Set<Path> read = read(files, inputs);
    for (ReportFile report : files.reports()) {
      refuseInput(report.path(), inputs, read);
    }
    if (files.writtenBaseline().isPresent() && !files.writtenBaseline().equals(files.baseline())) {
      refuseInput(files.writtenBaseline().get(), inputs, read);
    }
    for (ReportFile report : files.reports()) {
      outputs.add(report.format(), setting, begin(report.path(), inputs, places));
    }
    if (files.writtenBaseline().isPresent()) {
      baseline = begin(files.writtenBaseline().get(), inputs, places);
    }
  }

  /** Every file that the run may read, so that a slip of the hand costs nobody a registration. */
  private static Set<Path> read(ResultFiles files, Inputs inputs) {
    Set<Path> places = new HashSet<>();
    List<String> paths = new ArrayList<>(files.read());
    files.baseline().ifPresent(paths::add);
    for (String path : paths) {
      Path place;
      try {
        place = inputs.resolve(path);
      } catch (UnusableInputException e) {
        // No path at all, and so no file that could be lost.
        continue;
      }
      places.add(real(place));
      if (Files.isDirectory(place)) {
        for (Kind kind : Kind.values()) {
          places.add(real(place.resolve(kind.path())));
          places.add(real(place.resolve(kind.fileName())));
        }
      }
    }
    return places;
  }

  private static void refuseInput(String path, Inputs inputs, Set<Path> read)
      throws UnusableInputException {
    if (read.contains(real(inputs.resolve(path)))) {
      throw new UnusableInputException(
          Printable.quote(path)
              + " is read in this run and would be lost; write the report to another file");
    }
  }

  /** One name for each file, whatever links lead to it. */
  private static Path real(Path place) {
    try {
      return place.toRealPath();
    } catch (IOException e) {
      // Nothing is there that could be lost.
      return place.toAbsolutePath().normalize();
    }
  }

  private static WholeFile begin(String path, Inputs inputs, Set<Path> places) throws IOException {
    Path place = inputs.resolve(path).normalize();
    if (!places.add(place)) {
      throw new UnusableInputException(
          "two reports go to " + Printable.quote(path) + "; give each its own file");
    }
    return WholeFile.beside(place);
  }

  /** Adds a stream, which stays open. */
  public void add(Format format, Setting setting, OutputStream out) {
    outputs.add(format, setting, out);
  }

  /**
   * Takes a target when it is known.
   *
   * @return the target as it is told: with those findings marked that the baseline accepts
   */
  public TargetReport take(TargetReport target) throws IOException {
    TargetReport marked = accepting.mark(target);
    outputs.take(marked);
    return marked;
  }

  /** What is counted of the targets that were taken. */
  public Report.Tally tally() {
    return outputs.tally();
  }

  /**
   * Ends the streams; no file is changed by a run that was broken off.
   *
   * @param frame everything about the run but its targets
   */
  public void breakOff(Report frame) throws IOException {
    outputs.breakOff(frame);
    close();
  }

  /**
   * Writes everything.
   *
   * @param frame everything about the run but its targets
   */
  public void end(Report frame) throws IOException {
    outputs.end(told(frame, frame.targets()));
    if (baseline != null) {
      baseline.write(BaselineFile.text(accepting.renewed()).getBytes(StandardCharsets.UTF_8));
      baseline.commit();
    }
  }

  /**
   * Takes a report as a whole, and writes everything.
   *
   * @return the report as it is told: with those findings marked that the baseline accepts, and
   *     what there is to say about the baseline
   */
  public Report deliver(Report report) throws IOException {
    List<TargetReport> marked = new ArrayList<>();
    for (TargetReport target : report.targets()) {
      marked.add(take(target));
    }
    end(report);
    return told(report, marked);
  }

  private Report told(Report report, List<TargetReport> targets) {
    return new Report(
        report.command(),
        report.complete(),
        report.conditions(),
        targets,
        report.unusable(),
        accepting.notices());
  }

  /** Drops the files that are not in their places. */
  @Override
  public void close() throws IOException {
    outputs.close();
    if (baseline != null) {
      baseline.close();
    }
  }
}
