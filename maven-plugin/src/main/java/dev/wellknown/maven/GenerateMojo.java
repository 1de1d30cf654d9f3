package dev.wellknown.maven;

import dev.wellknown.examine.Generation;
import dev.wellknown.examine.Generation.GeneratedFile;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Stamp;
import dev.wellknown.examine.Stamp.Told;
import dev.wellknown.examine.WebRoot;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes <code>assetlinks.json</code> and <code>apple-app-site-association</code> from a
 * registration, below <code>.well-known/</code> of a web root. A file is replaced as a whole, and
 * only if its bytes change.
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class GenerateMojo extends FilesMojo {

  /** Leaves out white space, whatever the registration says. */
  @Parameter(property = "wellknown.compact", defaultValue = "false")
  private boolean compact;

  /** Writes nothing; fails, and shows the difference, where a file is not as it should be. */
  @Parameter(property = "wellknown.check", defaultValue = "false")
  private boolean check;

  @Override
  Optional<Stamp> stamp(Path file, Path registration, WebRoot root) {
    if (check) {
      return Optional.empty();
    }
    List<String> configuration = new ArrayList<>(configuration());
    configuration.add("compact " + compact);
    return Optional.of(Stamp.ofGeneration(file, configuration, registration, root));
  }

  @Override
  void examine(Path registration, WebRoot root, Optional<Severity> threshold, Teller teller)
      throws IOException, MojoExecutionException, MojoFailureException {
    Generation generation;
    try (var wellknown = associations()) {
      generation =
          wellknown.generate(shown(registration), shown(root.directory()), compact, ignored());
    }
    List<Finding> findings = generation.findings().stream().map(Reported::finding).toList();
    findings.forEach(teller::tell);
    // Without the files the artifact would be wrong, whatever the threshold.
    if (generation.refused()
        || (threshold.isPresent()
            && findings.stream().anyMatch(each -> each.severity().isAtLeast(threshold.get())))) {
      throw failure(findings, " in " + shown(registration) + "; nothing was written");
    }
    if (generation.files().isEmpty()) {
      teller.tell(
          Severity.WARNING,
          shown(registration) + ": nothing to write, for no purpose of any app leads to a file");
    }
    for (String path : generation.leftAlone()) {
      teller.tell(
          Severity.WARNING,
          path
              + " is left alone: no app of the registration is on this platform; remove it if it"
              + " is stale");
    }
    if (check) {
      compare(generation, shown(root.directory()), teller);
    } else {
      generation.write();
      for (GeneratedFile file : generation.files()) {
        String done = file.changed() ? " written, " : " unchanged, ";
        say(teller, Severity.NOTE, file.path() + done + size(file));
      }
    }
  }

  private void compare(Generation generation, String directory, Teller teller)
      throws MojoFailureException {
    for (GeneratedFile file : generation.files()) {
      if (file.changed()) {
        say(teller, Severity.ERROR, file.path() + " is not what the registration leads to:");
        Difference.lines(file).forEach(line -> say(teller, Severity.ERROR, line));
      } else {
        say(teller, Severity.NOTE, file.path() + " unchanged, " + size(file));
      }
    }
    if (generation.differs()) {
      throw new MojoFailureException(
          "the files in "
              + directory
              + " differ from the registration. \""
              + command("generate")
              + "\" without -Dwellknown.check writes them");
    }
  }

  private static void say(Teller teller, Severity severity, String text) {
    teller.say(new Told(severity, text));
  }

  private static String size(GeneratedFile file) {
    return file.publication().bytes().length + " bytes";
  }
}
