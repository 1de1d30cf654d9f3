package dev.wellknown.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One of the commands: what it takes, and what it does with it. */
abstract class Command {

  private final String name;

  Command(String name) {
    this.name = name;
  }

  final String name() {
    return name;
  }

  /** What it takes. The model is built by hand: reading annotations would cost each start time. */
  abstract CommandSpec spec();

  /**
   * Runs it.
   *
   * @return the exit code
   * @throws IOException where something cannot be read or written
   */
  abstract int run(Invocation invocation) throws IOException;

  static CommandSpec describe(String header, String description) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().header(header).description(description).sortOptions(false);
    return spec;
  }

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .arity("0")
        .description(description)
        .build();
  }

  static OptionSpec option(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec choice(List<String> words, String description, String... names) {
    return OptionSpec.builder(names)
        .type(String.class)
        .arity("1")
        .paramLabel(String.join("|", words))
        .completionCandidates(words)
        .description(description)
        .build();
  }

  static OptionSpec repeatable(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static PositionalParamSpec operands(String arity, String label, String description) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity(arity)
        .paramLabel(label)
        // One is all there is to be, whatever the type of the model says.
        .hideParamSyntax(arity.equals("1"))
        .description(description)
        .build();
  }

  /** What a command takes that is about hosts. */
  static CommandSpec hosts(CommandSpec spec) {
    spec.addOption(
        option(
            "FILE",
            "The registration that names the hosts. Default, without --host: ./wellknown.yaml.",
            "-r",
            "--registration"));
    return spec.addOption(
        repeatable("HOST", "A host, beside those of the registration. May be repeated.", "--host"));
  }

  /** What every command takes. */
  static CommandSpec common(CommandSpec spec) {
    return spec.addOption(
        choice(
            Invocation.FORMATS,
            "What is printed: text for people (default) or JSON for programs. Also"
                + " WELLKNOWN_FORMAT.",
            "--format"));
  }
}
