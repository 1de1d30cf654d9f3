package dev.wellknown.maven;

import dev.wellknown.Associations;
import dev.wellknown.examine.Stamp;
import dev.wellknown.examine.Stamp.Told;
import dev.wellknown.examine.WebRoot;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that starts from a registration and has to do with the files that follow from it. */
abstract class RegistrationMojo extends WellknownMojo {

  private static final String DEFAULT_REGISTRATION = "wellknown.yaml";
  private static final String NEVER = "never";

  /**
   * The registration, in YAML or JSON. By default <code>wellknown.yaml</code> in the project's
   * directory; a module that has none there is passed over. One that is named here has to exist.
   */
  @Parameter(property = "wellknown.registration")
  private @Nullable File registration;

  /**
   * The web root in which the files stand below <code>.well-known/</code>. By default, for
   * packaging <code>war</code>, <code>${project.build.directory}/${project.build.finalName}</code>,
   * from which the war plugin packs; else <code>${project.build.outputDirectory}/META-INF/resources
   * </code>, which Spring Boot and Servlet containers serve from a jar; without a project the
   * current directory.
   */
  @Parameter(property = "wellknown.outputDirectory")
  private @Nullable File outputDirectory;

  /**
   * The severity from which a finding fails the build: <code>error</code>, <code>warning</code>,
   * <code>note</code>, or <code>never</code>.
   */
  @Parameter(property = "wellknown.failOn", defaultValue = "error")
  private String failOn;

  /** Ids of rules that are off; on the command line with commas between them. */
  @Parameter(property = "wellknown.ignore")
  private @Nullable List<String> ignore;

  @Override
  final void run() throws IOException, MojoExecutionException, MojoFailureException {
    Path file = absolute(registration).orElse(base().resolve(DEFAULT_REGISTRATION));
    if (!Files.exists(file)) {
      passOver(file);
      return;
    }
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

  /** What was named has to exist; what may lie here by default need not. */
  private void passOver(Path file) throws MojoExecutionException {
    if (registration != null) {
      throw new MojoExecutionException(
          Printable.escape(shown(file))
              + " does not exist; say where the registration is with"
              + " -Dwellknown.registration=FILE");
    }
    if (!hasProject()) {
      // There is no module to pass over: nothing at all would have been looked at.
      throw new MojoExecutionException(
          "there is neither a project nor a "
              + DEFAULT_REGISTRATION
              + " in "
              + Printable.escape(start().toString())
              + "; say where the registration is with -Dwellknown.registration=FILE");
    }
    getLog().info("no " + Printable.escape(shown(file)) + ": this module is passed over");
  }

  private Optional<Path> absolute(@Nullable File file) {
    return Optional.ofNullable(file).map(given -> base().resolve(given.toPath()).normalize());
  }

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

  /** What a result depends on besides files. */
  final List<String> configuration() {
    List<String> texts = new ArrayList<>();
    texts.add(execution().getVersion());
    // Lines are told again as they are, and paths in them are relative to this.
    texts.add(start().toString());
    texts.add(failOn);
    if (ignore != null) {
      texts.addAll(ignore);
    }
    return texts;
  }

  final Associations associations() {
    return Associations.in(start(), InputStream.nullInputStream());
  }

  /** The rules that are off. */
  final Set<String> ignored() throws MojoExecutionException {
    Set<String> ids = new HashSet<>();
    if (ignore != null) {
      for (String id : ignore) {
        ids.add(rule(id.strip()).id());
      }
    }
    return ids;
  }

  private Optional<Severity> threshold() throws MojoExecutionException {
    if (failOn.equals(NEVER)) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (severity.id().equals(failOn)) {
        return Optional.of(severity);
      }
      known.add(severity.id());
    }
    known.add(NEVER);
    throw new MojoExecutionException(
        "failOn is " + Printable.quote(failOn) + "; known are: " + String.join(", ", known));
  }

  /** What fails the build: how much was found, and what to run to learn more. */
  final MojoFailureException failure(List<Finding> findings, String consequence) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(each -> each.severity() == severity).count();
      if (count > 0) {
        counts.add(count + " " + severity.id() + (count == 1 ? "" : "s"));
      }
    }
    Finding worst =
        findings.stream()
            .min((one, other) -> one.severity().compareTo(other.severity()))
            .orElseThrow();
    return new MojoFailureException(
        String.join(", ", counts)
            + consequence
            + ". \""
            + command("rules -Dwellknown.rule=" + worst.rule().id())
            + "\" explains the "
            + (findings.size() == 1 ? "finding" : "worst of them"));
  }
}
