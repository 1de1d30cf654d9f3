package dev.wellknown.cli;

import dev.wellknown.examine.UnusableInputException;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Printable;
import dev.wellknown.report.Version;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code wellknown}. */
public final class Main {

  static final String NAME = "wellknown";

  private static final List<Command> COMMANDS =
      List.of(
          new GenerateCommand(),
          new ValidateCommand(),
          new CheckCommand(),
          new MatchCommand(),
          new DiagnoseCommand(),
          new RedirectsCommand(),
          new SigninCommand(),
          new StatementsCommand(),
          new RulesCommand(),
          new HostingCommand(),
          new ServeCommand(),
          new CompletionCommand(),
          new HelpCommand());

  private Main() {}

  /** Runs a command with the process's own streams, and ends the process. */
  public static void main(String... args) {
    // The streams of System would swallow errors: a full disk must not look like success.
    int code =
        run(
            // Buffered, for the bare stream asks a pipe for its length.
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            new StandardOutput(),
            new FileOutputStream(FileDescriptor.err),
            environment(),
            Path.of(""),
            Terminal.fromLauncher(),
            args);
    System.exit(code);
  }

  /** As the user has it: the launcher may have given this JVM another locale. */
  private static Map<String, String> environment() {
    Map<String, String> env = new HashMap<>(System.getenv());
    Optional.ofNullable(System.getProperty("wellknown.locale"))
        .ifPresent(locale -> env.put("LC_ALL", locale));
    return env;
  }

  /**
   * Runs a command.
   *
   * @param workingDirectory what relative paths are relative to
   * @return the exit code: 0 clean, 1 findings, 2 wrong usage or unusable input, 3 something could
   *     not be examined or written
   */
  public static int run(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env,
      Path workingDirectory,
      String... args) {
    return run(in, out, err, env, workingDirectory, Terminal.NONE, args);
  }

  static int run(
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env,
      Path workingDirectory,
      Terminal terminal,
      String... args) {
    boolean verbose = false;
    CommandSpec spec = null;
    try {
      ParseResult parsed = parser(args).parseArgs(args);
      ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
      spec = command.commandSpec();
      verbose = command.hasMatchedOption("--verbose") || parsed.hasMatchedOption("--verbose");
      Invocation invocation =
          new Invocation(
              parsed, command, in, out, err, env, workingDirectory.toAbsolutePath(), terminal);
      return run(invocation, parsed);
    } catch (ParameterException e) {
      return refuse(err, message(e), e.getCommandLine().getCommandSpec());
    } catch (Usage e) {
      return refuse(err, e.getMessage(), spec);
    } catch (UnusableInputException e) {
      Invocation.say(err, NAME + ": " + e.getMessage());
      return Exit.UNUSABLE;
    } catch (StandardOutput.ReaderGoneException e) {
      return Exit.READER_GONE;
    } catch (IOException e) {
      Invocation.say(err, NAME + ": " + Printable.escape(trouble(e)));
      return Exit.UNDETERMINED;
    } catch (Throwable e) {
      // Whatever it is, a crash must never look like a result.
      Invocation.say(err, NAME + ": internal error, please report it: " + describe(e, verbose));
      return Exit.UNDETERMINED;
    }
  }

  private static int run(Invocation invocation, ParseResult parsed) throws IOException {
    ParseResult command = invocation.options();
    if (invocation.has("--help")) {
      invocation.print(usage(command.commandSpec()));
      return Exit.CLEAN;
    }
    if (parsed.hasMatchedOption("--version") || command.hasMatchedOption("--version")) {
      invocation.print(NAME + " " + Version.TEXT + "\n");
      return Exit.CLEAN;
    }
    if (!parsed.hasSubcommand()) {
      invocation.say(usage(parsed.commandSpec()).stripTrailing());
      return Exit.UNUSABLE;
    }
    Command found =
        COMMANDS.stream()
            .filter(each -> each.name().equals(command.commandSpec().name()))
            .findFirst()
            .orElseThrow();
    return found.run(invocation);
  }

  private static CommandLine parser(String... args) {
    CommandLine parser = new CommandLine(spec(needed(args)));
    // Arguments are data: nothing in them is a file of options or a variable.
    parser.setExpandAtFiles(false);
    parser.setInterpolateVariables(false);
    return parser;
  }

  /**
   * The one command that is named, for building the model of all takes longer than most of them.
   */
  private static List<Command> needed(String... args) {
    Optional<String> word = Arrays.stream(args).filter(each -> !each.startsWith("-")).findFirst();
    List<Command> named =
        COMMANDS.stream().filter(each -> word.equals(Optional.of(each.name()))).toList();
    return named.isEmpty() ? COMMANDS : named;
  }

  /** All commands with all their options. */
  static CommandSpec spec() {
    return spec(COMMANDS);
  }

  private static CommandSpec spec(List<Command> commands) {
    CommandSpec root =
        Command.describe(
            "Makes app links work: generates and validates assetlinks.json and"
                + " apple-app-site-association.",
            "");
    root.name(NAME);
    root.addOption(Command.flag("Print the version.", "--version"));
    everywhere(root);
    for (Command command : commands) {
      CommandSpec spec = command.spec();
      everywhere(spec);
      root.addSubcommand(command.name(), spec);
    }
    root.usageMessage()
        .footer(
            "",
            "Exit codes: 0 clean, 1 findings, 2 wrong usage or unusable input, 3 something could"
                + " not be examined or written.");
    return root;
  }

  private static void everywhere(CommandSpec spec) {
    spec.usageMessage().width(80).abbreviateSynopsis(false);
    spec.addOption(
        Command.choice(
            Invocation.COLORS,
            "Colours in text. Default: auto, on a terminal without NO_COLOR. Also WELLKNOWN_COLOR.",
            "--color"));
    spec.addOption(Command.flag("Tell more.", "-v", "--verbose"));
    spec.addOption(Command.flag("Tell errors alone.", "-q", "--quiet"));
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("Print this help.")
            .build());
  }

  static String usage(CommandSpec spec) {
    StringWriter text = new StringWriter();
    spec.commandLine().usage(new PrintWriter(text, true), Help.defaultColorScheme(Help.Ansi.OFF));
    return text.toString().replace("\r\n", "\n");
  }

  private static int refuse(OutputStream err, String message, @Nullable CommandSpec spec) {
    String command = spec == null || spec.parent() == null ? NAME : NAME + " " + spec.name();
    Invocation.say(err, NAME + ": " + message);
    Invocation.say(err, "Try: " + command + " --help");
    return Exit.UNUSABLE;
  }

  /** What is wrong with the command line, and what was probably meant. */
  private static String message(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return Printable.escape(e.getMessage());
    }
    String argument = unmatched.getUnmatched().get(0);
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    boolean option = argument.startsWith("-");
    String name = option ? argument.replaceFirst("=.*", "") : argument;
    Set<String> known =
        option
            ? spec.optionsMap().keySet().stream()
                .filter(each -> each.startsWith("--"))
                .collect(Collectors.toSet())
            : spec.subcommands().keySet();
    String what = option ? "option" : spec.parent() == null ? "command" : "argument";
    return "there is no "
        + what
        + " "
        + Printable.quote(name)
        + NearMiss.of(name, known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static String trouble(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be used: check its permissions";
    }
    if (e instanceof FileSystemException trouble && trouble.getFile() != null) {
      return trouble.getFile()
          + " cannot be read or written"
          + Optional.ofNullable(trouble.getReason()).map(reason -> ": " + reason).orElse("");
    }
    return Optional.ofNullable(e.getMessage()).orElse("input or output failed");
  }

  private static String describe(Throwable e, boolean verbose) {
    if (!verbose) {
      return e.getClass().getSimpleName() + "; -v shows where";
    }
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return trace
        .toString()
        .lines()
        .map(line -> Printable.escape(line.replace("\t", "  ")))
        .collect(Collectors.joining("\n"));
  }
}
