package dev.wellknown.maven;

import dev.wellknown.examine.Stamp;
import dev.wellknown.examine.Stamp.Told;
import dev.wellknown.examine.WebRoot;
import dev.wellknown.finding.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that has to do with the files that follow from a registration. */
abstract class FilesMojo extends RegistrationMojo {

  /**
   * The web root in which the files stand below <code>.well-known/</code>. By default, for
   * packaging <code>war</code>, <code>${project.build.directory}/${project.build.finalName}</code>,
   * from which the war plugin packs; else <code>${project.build.outputDirectory}/META-INF/resources
   * </code>, which Spring Boot and Servlet containers serve from a jar; without a project the
   * current directory.
   */
  @Parameter(property = "wellknown.outputDirectory")
  private @Nullable File outputDirectory;

  @Override
  final void run() throws IOException, MojoExecutionException, MojoFailureException {
    Optional<Path> registration = registration();
    if (registration.isEmpty()) {
      passOver("");
      return;
    }
    Path file = registration.get();
    WebRoot root = new WebRoot(absolute(outputDirectory).orElseGet(this::defaultRoot));
    Optional<Severity> threshold = threshold();
    Optional<Stamp> stamp = hasProject() ? stamp(stampFile(), file, root) : Optional.empty();
    Teller teller = new Teller(getLog());
    Optional<List<Told>> told = stamp.flatMap(Stamp::told);
    if (told.isPresent()) {
      told.get().forEach(teller::say);
      getLog().info(shown(file) + ": nothing has changed since it was last looked at");
      return;
    }
    examine(file, root, threshold, teller);
    if (stamp.isPresent()) {
      try {
        stamp.get().put(teller.told());
      } catch (IOException e) {
        // Costs the next run a little time.
        getLog().debug(e);
      }
    }
  }

  /** What was told when nothing has to be done again; empty where it always has. */
  abstract Optional<Stamp> stamp(Path file, Path registration, WebRoot root);

  /** Does it, tells what was found, and fails where a finding is at or above the threshold. */
  abstract void examine(
      Path registration, WebRoot root, Optional<Severity> threshold, Teller teller)
      throws IOException, MojoExecutionException, MojoFailureException;

  private Path defaultRoot() {
    if (!hasProject()) {
      return base();
    }
    var build = project().getBuild();
    return project().getPackaging().equals("war")
        ? Path.of(build.getDirectory(), build.getFinalName())
        : Path.of(build.getOutputDirectory(), "META-INF", "resources");
  }

  private Path stampFile() {
    String name =
        execution().getGoal()
            + "-"
            + Integer.toHexString(execution().getExecutionId().hashCode())
            + ".stamp";
    return Path.of(project().getBuild().getDirectory(), "wellknown", name);
  }
}
