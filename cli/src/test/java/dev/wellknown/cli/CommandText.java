package dev.wellknown.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Command lines as they stand in pages, held against the model that reads the real ones. */
final class CommandText {

  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
  private static final Pattern END = Pattern.compile("[|&;<>]+|#.*|2>.*");
  private static final Pattern STAND_IN = Pattern.compile("[A-Z][A-Z/-]*|\\$.*|…");

  private CommandText() {}

  /** The statements of a script, each on one line, without those that are comments alone. */
  static List<String> statements(String script) {
    return script
        .replaceAll("\\\\\n *", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** What is wrong with a line that begins with {@code wellknown}; empty where nothing is. */
  static String fault(String line) {
    List<String> words = words(line);
    if (words.isEmpty() || STAND_IN.matcher(words.get(0)).matches()) {
      return "";
    }
    CommandLine parser = new CommandLine(Main.spec());
    parser.setExpandAtFiles(false);
    parser.setInterpolateVariables(false);
    if (words.size() == 1 && parser.getSubcommands().containsKey(words.get(0))) {
      return "";
    }
    try {
      ParseResult parsed = parser.parseArgs(words.toArray(String[]::new));
      ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
      return command.matchedOptions().stream()
          .filter(option -> !isKnown(option, command))
          .map(option -> option.longestName() + " knows no " + option.getValue())
          .findFirst()
          .orElse("");
    } catch (ParameterException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static boolean isKnown(OptionSpec option, ParseResult command) {
    if (option.completionCandidates() == null) {
      return true;
    }
    String value = String.valueOf(command.matchedOptionValue(option.longestName(), ""));
    for (String known : option.completionCandidates()) {
      if (known.equals(value)) {
        return true;
      }
    }
    return STAND_IN.matcher(value).matches();
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    for (String word :
        WORD.matcher(line).results().map(MatchResult::group).toList().stream().skip(1).toList()) {
      if (END.matcher(word).matches()) {
        break;
      }
      words.add(word.replaceAll("['\"]", ""));
    }
    if (words.size() > 1 && words.get(words.size() - 1).equals("…")) {
      words.remove(words.size() - 1);
    }
    return words;
  }
}
