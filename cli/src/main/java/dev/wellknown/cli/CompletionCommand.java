package dev.wellknown.cli;

import dev.wellknown.finding.Printable;
import java.io.IOException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code completion}: a script that completes commands and options in a shell. */
final class CompletionCommand extends Command {

  private static final List<String> SHELLS = List.of("bash", "zsh");

  CompletionCommand() {
    super("completion");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Prints a script for the completion of commands and options.",
            "bash: source <(wellknown completion bash). zsh: the same with zsh, after compinit.");
    spec.addPositional(operands("1", String.join("|", SHELLS), "The shell."));
    return spec;
  }

  @Override
  int run(Invocation invocation) throws IOException {
    List<String> shells = invocation.operands();
    if (shells.size() != 1 || !SHELLS.contains(shells.get(0))) {
      throw new Usage(
          "completion knows "
              + String.join(" and ", SHELLS)
              + ", not "
              + Printable.quote(String.join(" ", shells)));
    }
    // The script serves both shells: for zsh it loads zsh's own bash completion.
    invocation.print(AutoComplete.bash(Main.NAME, new CommandLine(Main.spec())));
    return Exit.CLEAN;
  }
}
