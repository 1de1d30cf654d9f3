package dev.wellknown.report;

import java.util.List;
import java.util.Optional;

/**
 * The files of a run's results.
 *
 * @param reports those that are written
 * @param baseline the path, as given, of the findings that are accepted; empty where none are
 * @param writtenBaseline the path, as given, to which what is found is written as a baseline; empty
 *     where it is not
 * @param read the paths, as given, of what the run reads: files, or web roots; none of their files
 *     is written over
 */
public record ResultFiles(
    List<ReportFile> reports,
    Optional<String> baseline,
    Optional<String> writtenBaseline,
    List<String> read) {

  public ResultFiles {
    reports = List.copyOf(reports);
    read = List.copyOf(read);
  }
}
