package dev.wellknown.maven;

import dev.wellknown.Associations;
import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Detail;
import dev.wellknown.report.ReportFile;
import dev.wellknown.report.ResultFiles;
import dev.wellknown.report.Results;
import dev.wellknown.report.Setting;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that starts from a registration, and fails where findings are too severe. */
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
   * The severity from which a finding fails the build: <code>error</code>, <code>warning</code>,
   * <code>note</code>, or <code>never</code>.
   */
  @Parameter(property = "wellknown.failOn", defaultValue = "error")
  private String failOn;

  /** Ids of rules that are off; on the command line with commas between them. */
  @Parameter(property = "wellknown.ignore")
  private @Nullable List<String> ignore;

  /**
   * The registration; empty where none lies where it does by default.
   *
   * @throws MojoExecutionException where one was named that does not exist
   */
  final Optional<Path> registration() throws MojoExecutionException {
    Path file = absolute(registration).orElse(base().resolve(DEFAULT_REGISTRATION));
    if (Files.exists(file)) {
      return Optional.of(file);
    }
    if (registration != null) {
      throw new MojoExecutionException(
          Printable.escape(shown(file))
              + " does not exist; say where the registration is with"
              + " -Dwellknown.registration=FILE");
    }
    return Optional.empty();
  }

  /**
   * Says that a module has no registration.
   *
   * @param orElse another way than to name a registration, if there is one
   */
  final void passOver(String orElse) throws MojoExecutionException {
    if (!hasProject()) {
      // There is no module to pass over: nothing at all would have been looked at.
      throw new MojoExecutionException(
          "there is neither a project nor a "
              + DEFAULT_REGISTRATION
              + " in "
              + Printable.escape(start().toString())
              + "; say where the registration is with -Dwellknown.registration=FILE"
              + orElse);
    }
    String file = shown(base().resolve(DEFAULT_REGISTRATION));
    getLog().info("no " + Printable.escape(file) + ": this module is passed over");
  }

  final Optional<Path> absolute(@Nullable File file) {
    return Optional.ofNullable(file).map(given -> base().resolve(given.toPath()).normalize());
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

  /** What is read, and what the project's files are called, wherever Maven was started. */
  final Inputs inputs() {
    return new Inputs(start(), InputStream.nullInputStream(), base());
  }

  /**
   * The files of a run's results.
   *
   * @throws MojoExecutionException where a report is not written as FORMAT=FILE
   */
  final ResultFiles resultFiles(
      @Nullable List<@Nullable String> reports, @Nullable File baseline, @Nullable File written)
      throws IOException, MojoExecutionException {
    List<ReportFile> files = new ArrayList<>();
    for (String text : reports == null ? List.<@Nullable String>of() : reports) {
      if (text == null) {
        continue;
      }
      try {
        ReportFile file = ReportFile.parse(text.strip());
        files.add(new ReportFile(file.format(), output(base().resolve(file.path()).normalize())));
      } catch (IllegalArgumentException e) {
        throw new MojoExecutionException(
            "reports has " + Printable.quote(text) + "; " + e.getMessage(), e);
      }
    }
    Optional<Path> next = absolute(written);
    return new ResultFiles(
        files,
        absolute(baseline).map(this::shown),
        next.isPresent() ? Optional.of(output(next.get())) : Optional.empty(),
        registration().map(this::shown).stream().toList());
  }

  /** As core is given it; the build's own directory may not be there yet. */
  private String output(Path file) throws IOException {
    Path parent = file.getParent();
    if (hasProject()
        && parent != null
        && parent.startsWith(Path.of(project().getBuild().getDirectory()))) {
      Files.createDirectories(parent);
    }
    return shown(file);
  }

  final Results results(ResultFiles files, Optional<Severity> threshold, Predicate<String> held)
      throws IOException {
    TextFormat text = new TextFormat(new Style(false, true), Detail.NORMAL, Severity.ERROR);
    Inputs here = new Inputs(start(), InputStream.nullInputStream());
    return new Results(files, here, new Setting(text, threshold, here::identity), held);
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

  final Optional<Severity> threshold() throws MojoExecutionException {
    if (failOn.equals(NEVER)) {
      return Optional.empty();
    }
    List<String> known =
        Stream.concat(Arrays.stream(Severity.values()).map(Severity::id), Stream.of(NEVER))
            .toList();
    return Optional.of(Severity.values()[known.indexOf(oneOf(known, "failOn", failOn))]);
  }

  /** A parameter's word, if it is one of those that are known. */
  static String oneOf(List<String> known, String parameter, String word)
      throws MojoExecutionException {
    if (!known.contains(word)) {
      throw new MojoExecutionException(
          parameter + " is " + Printable.quote(word) + "; known are: " + String.join(", ", known));
    }
    return word;
  }

  /** What fails the build where a whole report does. */
  final MojoFailureException failure(Report report, String consequence) {
    return failure(
        report.targets().stream()
            .flatMap(target -> target.findings().stream())
            .filter(each -> !each.isBaselined())
            .map(Reported::finding)
            .toList(),
        consequence);
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
            // What may pass is not what fails a build.
            .min(Comparator.comparing(Finding::severity).thenComparing(Finding::mayPass))
            .orElseThrow();
    return new MojoFailureException(
        String.join(", ", counts)
            + consequence
            + ". "
            + explanation(worst, findings.size() == 1 ? "the finding" : "the worst of them"));
  }

  /** What to run to learn more about a finding. */
  final String explanation(Finding finding, String what) {
    return "\"" + command("rules -Dwellknown.rule=" + finding.rule().id()) + "\" explains " + what;
  }
}
