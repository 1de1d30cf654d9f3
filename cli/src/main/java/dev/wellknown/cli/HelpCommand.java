package dev.wellknown.cli;

import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Printable;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code help}: what people type before they know of {@code --help}. */
final class HelpCommand extends Command {

  HelpCommand() {
    super("help");
  }

  @Override
  CommandSpec spec() {
    CommandSpec spec = describe("Prints the help of all, or of one command.", "");
    spec.usageMessage().hidden(true);
    spec.addPositional(operands("0..1", "COMMAND", "The command."));
    return spec;
  }

  @Override
  int run(Invocation invocation) throws IOException {
    List<String> names = invocation.operands();
    if (names.size() > 1) {
      throw new Usage("help explains one command at a time");
    }
    CommandLine all = new CommandLine(Main.spec());
    CommandSpec root = all.getCommandSpec();
    invocation.print(Main.usage(names.isEmpty() ? root : find(root, names.get(0))));
    return Exit.CLEAN;
  }

  private static CommandSpec find(CommandSpec root, String name) {
    CommandLine found = root.subcommands().get(name);
    if (found == null) {
      throw new Usage(
          "there is no command "
              + Printable.quote(name)
              + NearMiss.of(name, root.subcommands().keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; \"wellknown --help\" lists them all"));
    }
    return found.getCommandSpec();
  }
}
