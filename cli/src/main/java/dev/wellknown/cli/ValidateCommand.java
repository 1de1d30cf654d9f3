package dev.wellknown.cli;

import dev.wellknown.examine.InputKind;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.examine.Validation;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code validate}: what is wrong with local files, where, and for which reader. */
final class ValidateCommand extends Command {

  private static final List<String> KINDS =
      Arrays.stream(InputKind.values()).map(InputKind::id).toList();

  ValidateCommand() {
    super("validate");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Says what is wrong with association files and registrations, where, and for whom.",
            "Without PATH the registration is validated: ./wellknown.yaml, or that of -r.");
    spec.addPositional(
        operands(
            "0..*",
            "PATH",
            "Files; or directories with the two files at their top or in their directory"
                + " \".well-known\"; or - for standard input."));
    spec.addOption(
        option(
            "FILE",
            "A registration; it is validated too, its rules hold for all files, and each association"
                + " file is compared with it.",
            "-r",
            "--registration"));
    spec.addOption(
        choice(
            KINDS,
            "What every PATH is. Default: told from its name, else from its content.",
            "--kind"));
    spec.addOption(
        choice(
            Invocation.THRESHOLDS,
            "The severity from which findings make the exit code 1. Default: error.",
            "--fail-on"));
    spec.addOption(repeatable("RULE", "A rule that is off. May be repeated.", "--ignore"));
    return Reporting.addTo(spec);
  }

  @Override
  int run(Invocation invocation) throws IOException {
    List<String> paths = invocation.operands();
    Optional<String> registration = invocation.value("--registration");
    if (paths.isEmpty()) {
      registration = Optional.of(invocation.registration());
    }
    Optional<Severity> failOn = invocation.failOn();
    Validation validation =
        new Validation(
            paths,
            invocation.value("--kind").map(ValidateCommand::kind),
            registration,
            invocation.ignored());
    Report report;
    Report.Tally tally;
    try (Reporting reporting = new Reporting(invocation, "validate", validation::holds)) {
      report = invocation.associations().validate(validation);
      for (TargetReport target : report.targets()) {
        reporting.take(target);
      }
      reporting.end(report);
      tally = reporting.tally();
    }
    report.unusable().forEach(problem -> invocation.say("wellknown: " + problem));
    return report.unusable().isEmpty() ? Exit.of(tally.outcome(failOn)) : Exit.UNUSABLE;
  }

  private static InputKind kind(String id) {
    return Arrays.stream(InputKind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Usage(
                    "--kind is "
                        + Printable.quote(id)
                        + "; known are: "
                        + String.join(", ", KINDS)));
  }
}
