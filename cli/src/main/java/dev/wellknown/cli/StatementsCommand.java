package dev.wellknown.cli;

import dev.wellknown.association.AssetLinks;
import dev.wellknown.examine.StatementQuery;
import dev.wellknown.examine.Statements;
import dev.wellknown.fetch.Fetcher;
import dev.wellknown.report.JsonFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code statements}: the questions of Google's Digital Asset Links API, asked of the site. */
final class StatementsCommand extends Command {

  StatementsCommand() {
    super("statements");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Lists what a site states in assetlinks.json, or says whether a target is linked.",
            "Answers from the site itself, as Google's Digital Asset Links API would. Exit codes:"
                + " 0 listed or linked, 1 not linked, 3 not to be had now.");
    spec.addPositional(
        operands("1", "SITE", "https://HOST[:PORT], without anything behind it, not even a /."));
    spec.addOption(
        option(
            "RELATION",
            "Only statements of this relation, such as " + AssetLinks.HANDLE_ALL_URLS + ".",
            "--relation"));
    spec.addOption(
        option(
            "TARGET",
            "Whether this target is linked: https://HOST[:PORT], or PACKAGE@FINGERPRINT with the"
                + " certificate's SHA-256. Needs --relation.",
            "--target"));
    common(spec);
    NetworkOptions.addTo(spec);
    return spec;
  }

  @Override
  int run(Invocation invocation) throws IOException {
    boolean json = invocation.isJson();
    List<String> sites = invocation.operands();
    if (sites.size() != 1) {
      throw new Usage("statements asks one site at a time");
    }
    Optional<String> relation = invocation.value("--relation");
    Optional<String> target = invocation.value("--target");
    if (target.isPresent() && relation.orElse("").isEmpty()) {
      throw new Usage(
          "--target needs --relation, as Google's API does; for links write --relation "
              + AssetLinks.HANDLE_ALL_URLS);
    }
    NetworkOptions network = new NetworkOptions(invocation);
    try (Fetcher fetcher = network.fetcher()) {
      StatementQuery query;
      try {
        query = StatementQuery.of(sites.get(0), relation, target);
      } catch (IllegalArgumentException e) {
        String problem = String.valueOf(e.getMessage());
        if (json) {
          Statements refused = Statements.refused(sites.get(0), target.isPresent(), problem);
          invocation.print(JsonFormat.json(refused, network.conditions()));
        }
        throw new Usage("invalid query: " + problem);
      }
      Statements answer = Statements.ask(query, fetcher, true);
      invocation.print(
          json
              ? JsonFormat.json(answer, network.conditions())
              : invocation.text().text(answer, query, network.conditions()));
      if (answer.undetermined()) {
        return Exit.UNDETERMINED;
      }
      return answer.linked().orElse(true) ? Exit.CLEAN : Exit.FINDINGS;
    }
  }
}
