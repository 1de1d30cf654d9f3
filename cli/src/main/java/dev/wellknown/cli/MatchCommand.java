package dev.wellknown.cli;

import dev.wellknown.examine.LinkList;
import dev.wellknown.examine.MatchRun;
import dev.wellknown.examine.MatchVerdict;
import dev.wellknown.examine.Matching;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.report.MatchFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code match}: which apps a link opens, and which rule of a file decides. */
final class MatchCommand extends Command {

  private static final List<String> EXPECTABLE =
      Matching.EXPECTABLE.stream().map(MatchVerdict::id).toList();

  MatchCommand() {
    super("match");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Says which apps a link opens, and which rule of the files decides.",
            "Give --files for local files, or --live for those of the link's own host. Exit codes:"
                + " 0 all as expected, 1 --expect not met, 3 a file could not be had.");
    spec.addPositional(
        operands(
            "1..*", "URL", "Links, each with its scheme; - for one a line on standard input."));
    spec.addOption(
        repeatable(
            "PATH",
            "An association file, or a directory with them at its top or in \".well-known\"; the"
                + " link's host is not looked at. May be repeated.",
            "--files"));
    spec.addOption(flag("Ask the link's own host for its files.", "--live"));
    spec.addOption(
        repeatable(
            "FILE",
            "AndroidManifest.xml or .entitlements of an app; ID=FILE where it does not tell whose"
                + " it is. May be repeated.",
            "--app"));
    spec.addOption(choice(EXPECTABLE, "What every link has to do for every app.", "--expect"));
    common(spec);
    NetworkOptions.addTo(spec);
    return spec;
  }

  @Override
  int run(Invocation invocation) throws IOException {
    boolean json = invocation.isJson();
    List<String> files = invocation.values("--files");
    List<String> apps = invocation.values("--app");
    boolean live = invocation.has("--live");
    if (live != files.isEmpty()) {
      throw new Usage(
          live
              ? "--live asks the link's host and --files reads local files; give one of them"
              : "say where the files are: --files PATH, or --live to ask the link's own host");
    }
    if (!live) {
      NetworkOptions.refuse(invocation, "asks hosts; --files reads local ones, --live asks");
    }
    Optional<MatchVerdict> expected =
        invocation
            .value("--expect")
            .map(word -> Invocation.choice("--expect", word, EXPECTABLE))
            .flatMap(MatchVerdict::of);
    List<String> urls = urls(invocation);
    Matching matching;
    if (live) {
      NetworkOptions network = new NetworkOptions(invocation);
      try (Fetcher fetcher = network.fetcher()) {
        MatchRun run = MatchRun.live(fetcher, true, apps, invocation.inputs());
        matching =
            new Matching(run.match(urls, network.concurrency()), expected, network.conditions());
      }
    } else {
      MatchRun run = MatchRun.local(files, apps, invocation.inputs());
      matching = new Matching(run.match(urls, 1), expected, List.of());
    }
    invocation.print(
        json
            ? MatchFormat.json(matching)
            : MatchFormat.text(matching, invocation.text().style(), invocation.text().detail()));
    return Exit.of(matching.outcome());
  }

  private static List<String> urls(Invocation invocation) throws IOException {
    List<String> urls = new ArrayList<>();
    for (String operand : invocation.operands()) {
      if (operand.equals("-")) {
        urls.addAll(LinkList.read(invocation.in(), "standard input"));
      } else {
        urls.add(operand);
      }
    }
    if (urls.isEmpty()) {
      throw new Usage("match needs at least one URL");
    }
    return urls;
  }
}
