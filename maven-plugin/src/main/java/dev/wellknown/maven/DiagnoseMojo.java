package dev.wellknown.maven;

import dev.wellknown.examine.DiagnosisRequest;
import dev.wellknown.examine.Inputs;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Detail;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says why a link does not open the app: walks its redirects, checks every host on the way, and
 * names one root cause for each app and reader. Asks nothing where Maven is offline.
 */
@Mojo(name = "diagnose", requiresProject = false, threadSafe = true)
public final class DiagnoseMojo extends NetworkMojo {

  /** The link as it is tapped, such as <code>https://shop.example.com/orders/42</code>. */
  @Parameter(property = "wellknown.url")
  private @Nullable String url;

  /**
   * The app's own side: AndroidManifest.xml and .entitlements files, as <code>ID=FILE</code> where
   * a file does not say whose it is; on the command line with commas between them.
   */
  @Parameter(property = "wellknown.apps")
  private @Nullable List<@Nullable String> apps;

  /**
   * What a browser recorded of the way, read in place of walking it: HAR, or lines <code>
   * URL STATUS LOCATION</code>.
   */
  @Parameter(property = "wellknown.trace")
  private @Nullable File trace;

  /** What the server said when a sign-in failed: the text of the page, JSON, or the URL. */
  @Parameter(property = "wellknown.error")
  private @Nullable String error;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    if (isOffline()) {
      getLog().info("Maven is offline (-o): no host is asked");
      return;
    }
    if (url == null) {
      throw new MojoExecutionException(
          "which link? Name it with -Dwellknown.url=https://HOST/PATH, in quotes");
    }
    Optional<Severity> threshold = threshold();
    DiagnosisRequest request =
        new DiagnosisRequest(
            url.strip(),
            registration().map(this::shown),
            all(apps),
            absolute(trace).map(this::shown),
            Optional.ofNullable(error),
            ignored());
    Report report = ask(request);
    TextFormat text = new TextFormat(Style.PLAIN, Detail.NORMAL, Severity.ERROR);
    text.text(report).lines().forEach(line -> getLog().info(line));
    switch (report.outcome(threshold)) {
      case FINDINGS -> throw failure(report, " on the way of " + name(report));
      case UNDETERMINED ->
          throw new MojoExecutionException(
              "what becomes of "
                  + name(report)
                  + " is open, since something could not be examined; run this again when that has"
                  + " passed");
      case CLEAN, UNUSABLE -> {}
    }
  }

  private Report ask(DiagnosisRequest request) throws IOException, MojoExecutionException {
    List<String> conditions = new ArrayList<>();
    Inputs inputs = new Inputs(start(), InputStream.nullInputStream());
    try (Fetcher fetcher = fetcher(each -> conditions.add(Printable.escape(each)))) {
      TargetReport target = request.run(fetcher, true, inputs);
      return new Report("diagnose", true, conditions, List.of(target), List.of());
    }
  }

  private static String name(Report report) {
    return report.targets().get(0).name();
  }
}
