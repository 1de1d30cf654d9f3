package dev.wellknown.cli;

import dev.wellknown.Associations;
import dev.wellknown.examine.Hosts;
import dev.wellknown.examine.Inputs;
import dev.wellknown.finding.NearMiss;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.report.Detail;
import dev.wellknown.report.Format;
import dev.wellknown.report.Style;
import dev.wellknown.report.TextFormat;
import dev.wellknown.rule.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * One run of a command: its options, its streams, its surroundings.
 *
 * @param root the options that stood before the command
 * @param options those behind it, which count more
 */
record Invocation(
    ParseResult root,
    ParseResult options,
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> env,
    Path directory,
    Terminal terminal) {

  static final String REGISTRATION = "wellknown.yaml";

  static final List<String> FORMATS = List.of("text", "json");
  static final List<String> THRESHOLDS = List.of("error", "warning", "note", "never");
  static final List<String> COLORS = List.of("auto", "always", "never");

  Inputs inputs() {
    return new Inputs(directory, in);
  }

  Associations associations() {
    return Associations.in(directory, in);
  }

  /** Writes the result. */
  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Writes a message for people beside the result. */
  void say(String text) {
    say(err, text);
  }

  static void say(OutputStream err, String text) {
    draw(err, text + "\n");
  }

  /** Writes beside the result without ending the line. */
  void draw(String text) {
    draw(err, text);
  }

  private static void draw(OutputStream err, String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // Nobody is left to tell.
    }
  }

  /** Runs something long; {@code last} says how far it came if the process has to end meanwhile. */
  int untilInterrupted(Runnable last, Callable<Integer> command) throws IOException {
    try {
      return terminal.interruptibly(last, command);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<String> value(String option) {
    String before = root.matchedOptionValue(option, null);
    return Optional.ofNullable(options.matchedOptionValue(option, before))
        .map(text -> notEmpty(option, text));
  }

  List<String> values(String option) {
    return options.matchedOptionValue(option, List.<String>of());
  }

  /** The registration that is named, or the one that lies here. */
  String registration() {
    return value("--registration")
        .orElseGet(
            () -> {
              if (!Files.exists(directory.resolve(REGISTRATION))) {
                throw new Usage(
                    "there is no " + REGISTRATION + " here; name a registration with -r FILE");
              }
              return REGISTRATION;
            });
  }

  /**
   * The registration that is named; else, where no host is named either, the one that lies here.
   */
  Optional<String> registrationBesideHosts() {
    Optional<String> named = value("--registration");
    boolean lookHere = named.isEmpty() && values("--host").isEmpty();
    return lookHere && Files.exists(directory.resolve(REGISTRATION))
        ? Optional.of(REGISTRATION)
        : named;
  }

  /** Says why a registration names no hosts. */
  int refused(Hosts hosts) {
    StringBuilder messages = new StringBuilder();
    text().findings(messages, hosts.findings());
    say(messages.toString().stripTrailing());
    return Exit.FINDINGS;
  }

  boolean has(String option) {
    return options.hasMatchedOption(option) || root.hasMatchedOption(option);
  }

  List<String> operands() {
    List<String> operands = options.matchedPositionalValue(0, List.<String>of());
    operands.forEach(each -> notEmpty("an argument", each));
    return operands;
  }

  /** An empty text is a variable of a script that was not set, and never what was meant. */
  private static String notEmpty(String name, String text) {
    if (text.isEmpty()) {
      throw new Usage(name + " is empty");
    }
    return text;
  }

  boolean isJson() {
    return format(FORMATS).equals("json");
  }

  /** The format that is wanted, one of those that the command has. */
  String format(List<String> formats) {
    String everywhere = env.getOrDefault("WELLKNOWN_FORMAT", "");
    if (value("--format").isEmpty()
        && Format.ids().contains(everywhere)
        && !formats.contains(everywhere)) {
      // Set for all commands of a job, and this one has fewer.
      return "text";
    }
    return word("--format", "WELLKNOWN_FORMAT", formats, "text");
  }

  /** The severity from which findings count; empty for never. */
  Optional<Severity> failOn() {
    String word = word("--fail-on", null, THRESHOLDS, "error");
    return word.equals("never")
        ? Optional.empty()
        : Optional.of(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  /** The rules that are off. */
  Set<String> ignored() {
    Set<String> rules = new HashSet<>();
    for (String id : values("--ignore")) {
      rules.add(rule(id).id());
    }
    return rules;
  }

  /** The rule of that id, or a word about the one that was meant. */
  static RuleInfo rule(String id) {
    return RuleCatalog.find(id)
        .orElseThrow(
            () ->
                new Usage(
                    "no rule has the id "
                        + Printable.quote(id)
                        + RuleCatalog.nearest(id)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; \"wellknown rules\" lists them all")));
  }

  TextFormat text() {
    Detail detail =
        has("--quiet") ? Detail.QUIET : has("--verbose") ? Detail.VERBOSE : Detail.NORMAL;
    // What goes into a file or a pipe has no width.
    int columns = terminal.out() ? terminal.columns() : Integer.MAX_VALUE;
    return new TextFormat(style(), detail, failOn().orElse(Severity.ERROR), columns);
  }

  Style style() {
    return new Style(isColored(), isUnicode());
  }

  private boolean isColored() {
    return switch (word("--color", "WELLKNOWN_COLOR", COLORS, "auto")) {
      case "always" -> true;
      case "never" -> false;
      default ->
          terminal.out()
              && env.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(env.get("TERM"));
    };
  }

  /** POSIX: the first of these that is set and not empty decides. */
  private boolean isUnicode() {
    for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      String locale = env.getOrDefault(name, "");
      if (!locale.isEmpty()) {
        return locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8");
      }
    }
    return false;
  }

  /** The value of an option, else of its environment variable, else the default. */
  private String word(
      String option, @Nullable String variable, List<String> known, String otherwise) {
    Optional<String> given = value(option);
    String word = given.orElse(variable == null ? "" : env.getOrDefault(variable, ""));
    if (word.isEmpty() && given.isEmpty()) {
      return otherwise;
    }
    return choice(given.isPresent() ? option : variable, word, known);
  }

  /** A word that has to be one of those that an option or variable knows. */
  static String choice(@Nullable String name, String word, List<String> known) {
    if (!known.contains(word)) {
      throw new Usage(
          name
              + " is "
              + Printable.quote(word)
              + NearMiss.of(word, known).map(near -> "; did you mean " + near + "?").orElse(";")
              + " known are: "
              + String.join(", ", known));
    }
    return word;
  }
}
