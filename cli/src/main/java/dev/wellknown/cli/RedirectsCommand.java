package dev.wellknown.cli;

import dev.wellknown.examine.Redirects;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.report.SignInFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code redirects}: whether each redirect URI comes back to the app. */
final class RedirectsCommand extends Command {

  RedirectsCommand() {
    super("redirects");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Says of each redirect URI of the registration whether it comes back to the app.",
            "Looks at the files that would be generated, or at those of the hosts (--live), and at"
                + " the apps' own files. Exit codes: 0 all come back, if not always; 1 one is lost;"
                + " 3 something could not be examined.");
    spec.addOption(
        option("FILE", "The registration. Default: ./wellknown.yaml.", "-r", "--registration"));
    spec.addOption(
        repeatable(
            "FILE",
            "An AndroidManifest.xml or .entitlements file of an app; ID=FILE where it does not tell"
                + " whose. May be repeated. Default: those that the registration names.",
            "--app"));
    spec.addOption(flag("Ask the hosts for their files, as the platforms do.", "--live"));
    common(spec);
    NetworkOptions.addTo(spec);
    return spec;
  }

  @Override
  int run(Invocation invocation) throws IOException {
    boolean json = invocation.isJson();
    String registration = invocation.registration();
    List<String> apps = invocation.values("--app");
    if (!invocation.has("--live")) {
      return print(
          invocation,
          json,
          Redirects.of(invocation.inputs(), registration, apps, Optional.empty()),
          List.of());
    }
    NetworkOptions network = new NetworkOptions(invocation);
    try (Fetcher fetcher = network.fetcher()) {
      Redirects redirects =
          Redirects.of(invocation.inputs(), registration, apps, Optional.of(fetcher));
      return print(invocation, json, redirects, network.conditions());
    }
  }

  private static int print(
      Invocation invocation, boolean json, Redirects redirects, List<String> conditions)
      throws IOException {
    invocation.print(
        json
            ? SignInFormat.json(redirects, conditions)
            : new SignInFormat(invocation.text()).text(redirects, conditions));
    return Exit.of(redirects.outcome());
  }
}
