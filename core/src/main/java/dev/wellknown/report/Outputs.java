package dev.wellknown.report;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the results of one run go, in several formats at once. Targets are remembered only if one
 * of the formats is written as a whole. Not thread-safe.
 */
public final class Outputs implements AutoCloseable {

  private final List<Output> outputs = new ArrayList<>();
  private final List<TargetReport> kept = new ArrayList<>();
  private final Report.Tally tally = new Report.Tally();

  private record Output(Rendering rendering, Sink sink, Optional<WholeFile> file) {
    void write(String text) throws IOException {
      if (!text.isEmpty()) {
        sink.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Takes bytes. */
  @FunctionalInterface
  private interface Sink {
    void write(byte[] bytes) throws IOException;
  }

  /** Adds a stream, which stays open. */
  public void add(Format format, Setting setting, OutputStream out) {
    Sink sink =
        bytes -> {
          out.write(bytes);
          out.flush();
        };
    outputs.add(new Output(format.rendering(setting), sink, Optional.empty()));
  }

  /** Adds a file, which is in its place after {@link #end}, and dropped without. */
  public void add(Format format, Setting setting, WholeFile file) {
    outputs.add(new Output(format.rendering(setting), file::write, Optional.of(file)));
  }

  /**
   * Takes a target when it is known.
   *
   * @throws IOException where it cannot be written
   */
  public void take(TargetReport target) throws IOException {
    tally.add(target);
    for (Output output : outputs) {
      output.write(output.rendering().target(target));
    }
    if (outputs.stream().anyMatch(output -> output.rendering().isWhole())) {
      kept.add(target.withoutEvidence());
    }
  }

  /** What is counted of the targets that were taken. */
  public Report.Tally tally() {
    return tally;
  }

  /**
   * Ends the streams of a run that is broken off; files are dropped by {@link #close()}.
   *
   * @param frame everything about the run but its targets
   * @throws IOException where they cannot be written
   */
  public void breakOff(Report frame) throws IOException {
    write(frame, outputs.stream().filter(output -> output.file().isEmpty()).toList());
  }

  /**
   * Ends all outputs.
   *
   * @param frame everything about the run but its targets
   * @throws IOException where one cannot be written; files are then whole, old or new
   */
  public void end(Report frame) throws IOException {
    write(frame, outputs);
    for (WholeFile file : files()) {
      file.commit();
    }
  }

  private List<WholeFile> files() {
    return outputs.stream().flatMap(output -> output.file().stream()).toList();
  }

  private void write(Report frame, List<Output> some) throws IOException {
    Report whole =
        new Report(
            frame.command(),
            frame.complete(),
            frame.conditions(),
            kept,
            frame.unusable(),
            frame.notices());
    for (Output output : some) {
      output.write(output.rendering().end(whole, tally));
    }
  }

  /** Drops the files that are not in their places. */
  @Override
  public void close() throws IOException {
    for (WholeFile file : files()) {
      file.close();
    }
  }
}
