package dev.wellknown.maven;

import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.rule.RuleCatalog;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;

/** What all goals have in common: they can be skipped, and say in one way what went wrong. */
abstract class WellknownMojo extends AbstractMojo {

  /** Does nothing, and says so. */
  @Parameter(property = "wellknown.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** A stand-in without a file where Maven was started without a project. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("wellknown.skip is set: nothing is done");
      return;
    }
    try {
      run();
    } catch (UnusableInputException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException(inWords(e), e);
    }
  }

  abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

  final boolean hasProject() {
    return project.getFile() != null;
  }

  final boolean isOffline() {
    return session.isOffline();
  }

  final Settings settings() {
    return session.getSettings();
  }

  final MavenProject project() {
    return project;
  }

  final MojoExecution execution() {
    return execution;
  }

  /** Where Maven was started; what is below it is shown relative to it. */
  final Path start() {
    return Path.of(session.getExecutionRootDirectory());
  }

  /** The project's directory; without a project the one where Maven was started. */
  final Path base() {
    return hasProject() ? project.getBasedir().toPath() : start();
  }

  /** A path as it is shown, and as core is given it. */
  final String shown(Path path) {
    Path below = path.startsWith(start()) ? start().relativize(path) : path;
    String shown = below.toString().replace(File.separatorChar, '/');
    return shown.isEmpty() ? "." : shown;
  }

  /** A command line of this plugin that can be typed where Maven was started. */
  final String command(String goal) {
    Plugin plugin = execution.getPlugin();
    MavenProject top = session.getTopLevelProject();
    boolean known = top != null && top.getPlugin(plugin.getKey()) != null;
    return "mvn " + (known ? "wellknown" : plugin.getId()) + ":" + goal;
  }

  /** The rule of that id; fails with a word about the one that was probably meant. */
  final RuleInfo rule(String id) throws MojoExecutionException {
    return RuleCatalog.find(id)
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "no rule has the id "
                        + Printable.quote(id)
                        + RuleCatalog.nearest(id)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(";")
                        + " \""
                        + command("rules")
                        + "\" lists them all"));
  }

  private static String inWords(IOException e) {
    boolean bare = e instanceof FileSystemException known && known.getReason() == null;
    return Printable.escape(
        bare
            ? e.getMessage() + " cannot be read or written: look at its permissions and its disk"
            : String.valueOf(e.getMessage()));
  }
}
