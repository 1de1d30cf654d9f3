package dev.wellknown.cli;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.Generation;
import dev.wellknown.finding.Printable;
import dev.wellknown.report.JsonFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code generate}: from a registration to the two files. */
final class GenerateCommand extends Command {

  private static final List<String> KINDS = Arrays.stream(Kind.values()).map(Kind::id).toList();

  GenerateCommand() {
    super("generate");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Makes the two association files from a registration.",
            "Writes DIR/.well-known/assetlinks.json and DIR/.well-known/apple-app-site-association,"
                + " each replaced as a whole, and only if its bytes change.");
    spec.addOption(
        option("FILE", "The registration. Default: ./wellknown.yaml.", "-r", "--registration"));
    spec.addOption(
        option(
            "DIR", "The web root to write to. Default: the current directory.", "-o", "--output"));
    spec.addOption(flag("Leave out white space.", "--compact"));
    spec.addOption(choice(KINDS, "Print one file instead of writing anything.", "--print"));
    spec.addOption(
        flag(
            "Write nothing; show what would change, and exit with 1 if anything would.",
            "--check"));
    return common(spec);
  }

  @Override
  int run(Invocation invocation) throws IOException {
    Optional<Kind> printed = invocation.value("--print").map(GenerateCommand::kind);
    boolean check = invocation.has("--check");
    if (printed.isPresent() && (check || invocation.value("--format").isPresent())) {
      throw new Usage(
          "--print gives the file itself; it does not go with " + (check ? "--check" : "--format"));
    }
    Generation generation =
        invocation
            .associations()
            .generate(
                invocation.registration(),
                invocation.value("--output").orElse("."),
                invocation.has("--compact"));
    if (printed.isPresent()) {
      return print(invocation, generation, printed.get());
    }
    if (!check) {
      generation.write();
    }
    invocation.print(
        invocation.isJson()
            ? JsonFormat.json(generation)
            : invocation.text().text(generation, !check));
    return generation.refused() || (check && generation.differs()) ? Exit.FINDINGS : Exit.CLEAN;
  }

  private static int print(Invocation invocation, Generation generation, Kind kind)
      throws IOException {
    StringBuilder messages = new StringBuilder();
    invocation.text().findings(messages, generation.findings());
    if (!messages.isEmpty()) {
      invocation.say(messages.toString().stripTrailing());
    }
    if (generation.refused()) {
      return Exit.FINDINGS;
    }
    Optional<Generation.GeneratedFile> file =
        generation.files().stream().filter(each -> each.publication().kind() == kind).findFirst();
    if (file.isEmpty()) {
      invocation.say("wellknown: no app of the registration leads to " + kind.fileName());
      return Exit.FINDINGS;
    }
    invocation.print(file.get().after());
    return Exit.CLEAN;
  }

  private static Kind kind(String id) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Usage(
                    "--print is "
                        + Printable.quote(id)
                        + "; known are: "
                        + String.join(", ", KINDS)));
  }
}
