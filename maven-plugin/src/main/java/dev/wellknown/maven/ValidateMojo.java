package dev.wellknown.maven;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Stamp;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.Validation;
import dev.wellknown.examine.WebRoot;
import dev.wellknown.finding.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

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

  @Override
  Optional<Stamp> stamp(Path file, Path registration, WebRoot root) {
    return Optional.of(Stamp.ofValidation(file, configuration(), registration, root));
  }

  @Override
  void examine(Path registration, WebRoot root, Optional<Severity> threshold, Teller teller)
      throws MojoExecutionException, MojoFailureException {
    boolean generated = Arrays.stream(Kind.values()).anyMatch(root::holds);
    String directory = shown(root.directory());
    Validation validation =
        new Validation(
            generated ? List.of(directory) : List.of(),
            Optional.empty(),
            Optional.of(shown(registration)),
            ignored());
    Report report;
    try (var wellknown = associations()) {
      report = wellknown.validate(validation);
    }
    report.targets().forEach(teller::tell);
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
