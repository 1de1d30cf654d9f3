package dev.wellknown.maven;

import dev.wellknown.examine.Check;
import dev.wellknown.examine.CheckRun;
import dev.wellknown.examine.Moment;
import dev.wellknown.examine.RegisteredLinks;
import dev.wellknown.examine.RegistrationExamination;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Severities;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.registration.HostName;
import dev.wellknown.registration.Registration;
import dev.wellknown.report.ResultFiles;
import dev.wellknown.report.Results;
import dev.wellknown.rule.agreement.Registered;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Asks live hosts for their files as the platforms do, and says what each reader of such files
 * would conclude. Asks nothing where Maven is offline.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends NetworkMojo {

  private static final String FAIL = "fail";
  private static final String WARN = "warn";

  /**
   * The hosts to ask, such as <code>shop.example.com</code>; on the command line with commas
   * between them. By default those of the registration, whose addresses have to be public unless
   * <code>
   * connectTo</code> or <code>allowPrivate</code> says otherwise. Where hosts are named here, no
   * registration is needed; they are compared with one that is there.
   */
  @Parameter(property = "wellknown.hosts")
  private @Nullable List<@Nullable String> hosts;

  /**
   * <code>before-deploy</code>: the files are about to be replaced, so that only how they are
   * served fails the build, and what a file lacks or would lose is told. <code>after-deploy</code>:
   * they have to say what the registration says.
   */
  @Parameter(property = "wellknown.when", defaultValue = "before-deploy")
  private String when;

  /**
   * What becomes of the build where nothing wrong was found, but something could not be examined:
   * <code>fail</code> or <code>warn</code>.
   */
  @Parameter(property = "wellknown.onUnknown", defaultValue = FAIL)
  private String onUnknown;

  /** The one platform whose file is asked for: <code>android</code> or <code>apple</code>. */
  @Parameter(property = "wellknown.only")
  private @Nullable String only;

  /** Also asks as the platforms' crawlers, at Apple's old location, and with a final dot. */
  @Parameter(property = "wellknown.thorough", defaultValue = "false")
  private boolean thorough;

  /** How many hosts are asked at once. */
  @Parameter(property = "wellknown.concurrency", defaultValue = "64")
  private int concurrency;

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
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    if (isOffline()) {
      getLog().info("Maven is offline (-o): no host is asked");
      return;
    }
    Optional<Severity> threshold = threshold();
    oneOf(List.of(FAIL, WARN), "onUnknown", onUnknown);
    Optional<Path> file = registration();
    List<String> named = all(hosts);
    if (file.isEmpty() && named.isEmpty()) {
      passOver(", or which hosts to ask with -Dwellknown.hosts=HOST");
      return;
    }
    ResultFiles files = resultFiles(reports, baseline, writeBaseline);
    Teller teller = new Teller(getLog());
    Severities severities = Severities.UNCHANGED.ignoring(ignored());
    Optional<Registration> registration = Optional.empty();
    if (file.isPresent()) {
      RegistrationExamination examined = examine(file.get(), teller);
      severities = examined.severities();
      registration = examined.registration();
    }
    Check check =
        new Check(
            platforms(),
            moment(),
            thorough,
            registration.map(Registered::of),
            severities,
            Set.of(),
            registration.map(each -> RegisteredLinks.of(each, inputs())));
    List<HostName> asked = named.isEmpty() ? registration.orElseThrow().hosts() : hosts(named);
    Report report;
    try (Results results = results(files, threshold, check::holds)) {
      List<String> names = asked.stream().map(HostName::value).toList();
      report = results.deliver(ask(check, names, !named.isEmpty()));
    }
    report.conditions().forEach(each -> teller.tell(Severity.NOTE, "under the condition: " + each));
    teller.tell(report);
    switch (report.outcome(threshold)) {
      case FINDINGS -> throw failure(report, " at " + names(withFindings(report)));
      case UNDETERMINED -> undetermined(report);
      case CLEAN, UNUSABLE -> {}
    }
  }

  private RegistrationExamination examine(Path file, Teller teller)
      throws IOException, MojoExecutionException, MojoFailureException {
    byte[] bytes = inputs().read(shown(file));
    RegistrationExamination examination =
        RegistrationExamination.of(bytes, shown(file), false, ignored());
    if (examination.registration().isEmpty()) {
      examination.findings().forEach(teller::tell);
      throw failure(examination.findings(), " in " + shown(file) + "; no host was asked");
    }
    return examination;
  }

  private List<HostName> hosts(List<String> named) throws IOException {
    try (var wellknown = associations()) {
      return wellknown.hosts(named, Optional.empty()).names();
    }
  }

  private Set<Platform> platforms() throws MojoExecutionException {
    if (only == null) {
      return Set.of();
    }
    List<String> known = Arrays.stream(Platform.values()).map(Platform::id).toList();
    return Set.of(Platform.values()[known.indexOf(oneOf(known, "only", only))]);
  }

  private Moment moment() throws MojoExecutionException {
    List<String> known = Arrays.stream(Moment.values()).map(Moment::id).toList();
    return Moment.values()[known.indexOf(oneOf(known, "when", when))];
  }

  /** Asks them all at once, and reports in their order. */
  private Report ask(Check check, List<String> names, boolean mayBePrivate)
      throws IOException, MojoExecutionException {
    List<String> conditions = new ArrayList<>();
    List<TargetReport> targets = new ArrayList<>();
    try (Fetcher fetcher = fetcher(each -> conditions.add(Printable.escape(each)))) {
      usable("concurrency", concurrency, number -> new CheckRun(check, fetcher, number))
          .run(names.iterator(), mayBePrivate, targets::add);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted before all hosts had answered", e);
    }
    targets.sort(Comparator.comparingInt(each -> names.indexOf(each.name())));
    return new Report("check", true, conditions, targets, List.of());
  }

  /** Nothing examined is never a pass; what that means for a build is the user's to say. */
  private void undetermined(Report report) throws MojoExecutionException {
    List<TargetReport> open = report.targets().stream().filter(each -> !each.isDecided()).toList();
    Optional<Finding> reason =
        open.stream()
            .flatMap(each -> each.findings().stream())
            .map(Reported::finding)
            .filter(Finding::mayPass)
            .findFirst();
    String text =
        names(open)
            + " could not be examined"
            + reason.map(each -> ": " + each.message() + ". " + explanation(each, "it")).orElse("");
    if (onUnknown.equals(WARN)) {
      getLog().warn(text);
      return;
    }
    throw new MojoExecutionException(
        text
            + "; run this again when it has passed, or let it pass with -Dwellknown.onUnknown=warn");
  }

  private static List<TargetReport> withFindings(Report report) {
    return report.targets().stream()
        .filter(each -> !each.findings().stream().allMatch(Reported::isBaselined))
        .toList();
  }

  private static String names(List<TargetReport> targets) {
    return targets.stream().map(TargetReport::name).collect(Collectors.joining(", "));
  }
}
