package dev.wellknown.cli;

import dev.wellknown.examine.DiagnosisRequest;
import dev.wellknown.examine.Report;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code diagnose}: why a link or a sign-in redirect does not open the app. */
final class DiagnoseCommand extends Command {

  DiagnoseCommand() {
    super("diagnose");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Says why a link does not open the app.",
            "Walks the link's redirects, checks every host on the way, and names one root cause for"
                + " each app and reader, the fix, and the lines that ask a device.");
    spec.addPositional(
        operands("1", "URL", "The link as it is tapped, such as https://shop.example.com/buy/1."));
    spec.addOption(
        option(
            "FILE",
            "The registration: which apps, and what their hosts should say. Without one the apps"
                + " are those of the files that are found.",
            "-r",
            "--registration"));
    spec.addOption(
        repeatable(
            "FILE",
            "AndroidManifest.xml or .entitlements of the app; ID=FILE where the file does not say"
                + " whose it is. May be repeated.",
            "--app"));
    spec.addOption(
        option(
            "FILE",
            "What a browser recorded of the way, read in place of walking it: HAR, or lines URL"
                + " STATUS LOCATION; - for standard input.",
            "--trace"));
    spec.addOption(
        option(
            "TEXT",
            "What the server said when a sign-in failed: the text of the page, JSON, or the URL"
                + " that came back.",
            "--error"));
    spec.addOption(
        choice(
            Invocation.THRESHOLDS,
            "The severity from which findings make the exit code 1. Default: error.",
            "--fail-on"));
    spec.addOption(repeatable("RULE", "A rule that is off. May be repeated.", "--ignore"));
    Reporting.addTo(spec);
    NetworkOptions.addTo(spec);
    return spec;
  }

  @Override
  int run(Invocation invocation) throws IOException {
    Optional<Severity> failOn = invocation.failOn();
    List<String> urls = invocation.operands();
    if (urls.size() != 1) {
      throw new Usage("diagnose takes one URL; write it in quotes, as it is tapped");
    }
    DiagnosisRequest request =
        new DiagnosisRequest(
            urls.get(0),
            invocation.value("--registration"),
            invocation.values("--app"),
            invocation.value("--trace"),
            invocation.value("--error"),
            invocation.ignored());
    NetworkOptions network = new NetworkOptions(invocation);
    try (Reporting reporting = new Reporting(invocation, "diagnose", rule -> true);
        Fetcher fetcher = network.fetcher()) {
      return invocation.untilInterrupted(
          () -> invocation.say("wellknown: interrupted before the link was diagnosed"),
          () -> {
            reporting.take(request.run(fetcher, true, invocation.inputs()));
            reporting.end(new Report("diagnose", true, network.conditions(), List.of(), List.of()));
            return Exit.of(reporting.tally().outcome(failOn));
          });
    }
  }
}
