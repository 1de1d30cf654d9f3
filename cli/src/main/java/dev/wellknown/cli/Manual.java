package dev.wellknown.cli;

import dev.wellknown.report.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual pages and completions of an installation, from the same model that reads the command
 * line. The build runs it.
 */
final class Manual {

  private static final String SURROUNDINGS =
      """
      .SH ENVIRONMENT
      .TP
      .B JAVA_HOME
      The Java that is used, 17 or newer. Without it, the one on the PATH.
      .TP
      .B WELLKNOWN_FORMAT
      As \\fB\\-\\-format\\fR.
      .TP
      .B WELLKNOWN_COLOR
      As \\fB\\-\\-color\\fR; \\fBNO_COLOR\\fR is honoured.
      .TP
      .B WELLKNOWN_START_UP
      \\fBmake\\fR makes the start\\-up archive at once, and does nothing else; \\fBoff\\fR does without one.
      .SH FILES
      .TP
      .I wellknown.yaml
      The registration, where none is named.
      .TP
      .I $XDG_CACHE_HOME/wellknown, ~/.cache/wellknown
      Start\\-up archives. They may be removed at any time.
      """;

  private static final String EXIT_STATUS =
      """
      .SH "EXIT STATUS"
      .TP
      .B 0
      Clean.
      .TP
      .B 1
      Findings at or above the threshold.
      .TP
      .B 2
      Wrong usage, or an input that cannot be used.
      .TP
      .B 3
      Something could not be examined or written.
      .TP
      .B 130, 141
      Interrupted; nobody reads the output any more.
      """;

  private Manual() {}

  /**
   * Writes {@code man1/*.1}, {@code bash/wellknown} and {@code zsh/_wellknown}.
   *
   * @param args the directory
   */
  public static void main(String... args) throws IOException {
    Path directory = Path.of(args[0]);
    CommandLine root = new CommandLine(Main.spec());
    Path pages = Files.createDirectories(directory.resolve("man1"));
    for (CommandSpec spec : documented(root.getCommandSpec())) {
      Files.writeString(pages.resolve(name(spec) + ".1"), page(spec));
    }
    String script = AutoComplete.bash(Main.NAME, root);
    Path bash = Files.createDirectories(directory.resolve("bash"));
    Files.writeString(bash.resolve(Main.NAME), script);
    Path zsh = Files.createDirectories(directory.resolve("zsh"));
    Files.writeString(
        zsh.resolve("_" + Main.NAME), "#compdef " + Main.NAME + "\n" + script + "\n_complete\n");
  }

  /** The command itself and those below it, save the hidden ones. */
  static List<CommandSpec> documented(CommandSpec root) {
    return Stream.concat(
            Stream.of(root),
            root.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden()))
        .toList();
  }

  /** A page in the language of man(7). */
  static String page(CommandSpec spec) {
    StringBuilder page = new StringBuilder();
    String name = name(spec);
    page.append(".TH ").append(quoted(name.toUpperCase(Locale.ROOT))).append(" 1 \"\" ");
    page.append(quoted(Main.NAME + " " + Version.TEXT)).append(" \"User Commands\"\n");
    String header = String.join(" ", spec.usageMessage().header());
    page.append(".SH NAME\n").append(text(name)).append(" \\- ");
    page.append(text(header.replaceFirst("\\.$", ""))).append('\n');
    page.append(".SH SYNOPSIS\n.B ").append(text(spec.qualifiedName())).append('\n');
    page.append(text(synopsis(spec))).append('\n');
    String description =
        Stream.of(spec.usageMessage().description())
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    if (!description.isEmpty()) {
      page.append(".SH DESCRIPTION\n").append(line(description));
    }
    if (!spec.positionalParameters().isEmpty()) {
      page.append(".SH ARGUMENTS\n");
      spec.positionalParameters().forEach(each -> entry(page, each.paramLabel(), each));
    }
    page.append(".SH OPTIONS\n");
    spec.options().forEach(option -> entry(page, signature(option), option));
    if (spec.parent() == null) {
      page.append(".SH COMMANDS\n");
      for (CommandSpec command : documented(spec).subList(1, documented(spec).size())) {
        page.append(".TP\n.BR ").append(text(name(command))).append(" (1)\n");
        page.append(line(String.join(" ", command.usageMessage().header())));
      }
    }
    page.append(EXIT_STATUS).append(SURROUNDINGS).append(".SH \"SEE ALSO\"\n");
    page.append(
        documented(root(spec)).stream()
            .filter(each -> each != spec)
            .map(each -> ".BR " + text(name(each)) + " (1)")
            .collect(Collectors.joining(",\n", "", "\n")));
    return page.toString();
  }

  private static CommandSpec root(CommandSpec spec) {
    return spec.parent() == null ? spec : Objects.requireNonNull(spec.root());
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  private static String synopsis(CommandSpec spec) {
    return Stream.concat(
            Stream.of("[OPTION]..."),
            spec.parent() == null
                ? Stream.of("COMMAND")
                : spec.positionalParameters().stream().map(Manual::operand))
        .collect(Collectors.joining(" "));
  }

  private static String operand(ArgSpec operand) {
    String label = operand.paramLabel();
    String several = operand.arity().max() > 1 ? "..." : "";
    return operand.arity().min() == 0 ? "[" + label + several + "]" : label + several;
  }

  private static String signature(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static void entry(StringBuilder page, String label, ArgSpec argument) {
    page.append(".TP\n.B ").append(text(label)).append('\n');
    page.append(line(String.join(" ", argument.description())));
  }

  /** A line of text: none of its first characters makes it a request. */
  private static String line(String text) {
    return "\\&" + text(text) + "\n";
  }

  private static String quoted(String text) {
    return '"' + text(text).replace("\"", "\\(dq") + '"';
  }

  private static String text(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
  }
}
