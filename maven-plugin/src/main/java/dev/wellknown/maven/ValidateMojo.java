package dev.wellknown.maven;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Stamp;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.Validation;
import dev.wellknown.examine.WebRoot;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.ResultFiles;
import dev.wellknown.report.Results;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Validates a registration and the association files in a web root, and says for each reader of
 * such files whether it can use them.
 */
@Mojo(
    name = "validate",
    defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class ValidateMojo extends FilesMojo {

  /**
   * Reports to write, each as <code>FORMAT=FILE</code> (text, json, ndjson, sarif, junit, markdown,
   * github, html), such as <code>sarif=target/wellknown.sarif</code>; on the command line with
   * commas between them. Relative to the project's directory; directories below that of the build
   * are made. Also written where the build fails.
   */
  @Parameter(property = "wellknown.reports")
  private @Nullable List<@Nullable String> reports;

  /**
   * A file of findings that are accepted: they are told, and do not fail the build. Relative to the
   * project's directory.
   */
  @Parameter(property = "wellknown.baseline")
  private @Nullable File baseline;

  /**
   * A file to which what is found is written as a baseline, with the reasons and dates that are
   * there. Relative to the project's directory.
   */
  @Parameter(property = "wellknown.writeBaseline")
  private @Nullable File writeBaseline;

  @Override
  Optional<Stamp> stamp(Path file, Path registration, WebRoot root) {
    // Maven gives an empty list where none is set.
    boolean reporting = reports != null && !reports.isEmpty();
    if (reporting || baseline != null || writeBaseline != null) {
      // What they hold is as it should be only after a run.
      return Optional.empty();
    }
    return Optional.of(Stamp.ofValidation(file, configuration(), registration, root));
  }

  @Override
  void examine(Path registration, WebRoot root, Optional<Severity> threshold, Teller teller)
      throws IOException, MojoExecutionException, MojoFailureException {
    boolean generated = Arrays.stream(Kind.values()).anyMatch(root::holds);
    String directory = shown(root.directory());
    Validation validation =
        new Validation(
            generated ? List.of(directory) : List.of(),
            Optional.empty(),
            Optional.of(shown(registration)),
            ignored());
    Report report;
    ResultFiles files = resultFiles(reports, baseline, writeBaseline);
    try (Results results = results(files, threshold, validation::holds)) {
      report = results.deliver(validation.run(inputs()));
    }
    teller.tell(report);
    if (!generated && report.unusable().isEmpty()) {
      teller.tell(
          Severity.WARNING,
          directory
              + " holds no association files, so only the registration was looked at. \""
              + command("generate")
              + "\" makes them");
    }
    switch (report.outcome(threshold)) {
      case CLEAN -> {}
      case FINDINGS -> throw failure(report, " in " + names(report));
      case UNUSABLE -> throw new MojoExecutionException(String.join("; ", report.unusable()));
      case UNDETERMINED ->
          throw new MojoExecutionException("not everything could be examined in " + names(report));
    }
  }

  private static String names(Report report) {
    return report.targets().stream().map(TargetReport::name).collect(Collectors.joining(" and "));
  }
}
