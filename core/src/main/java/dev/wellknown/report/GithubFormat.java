package dev.wellknown.report;

import static dev.wellknown.finding.Printable.escape;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.function.UnaryOperator;

/**
 * Annotations of GitHub Actions: commands on standard output. Every line is a command of ours, or
 * begins with a number.
 *
 * @param name from a file's path as given to its path relative to the working directory
 */
record GithubFormat(UnaryOperator<String> name) implements Rendering {

  @Override
  public String target(TargetReport target) {
    StringBuilder out = new StringBuilder();
    target.findings().stream()
        .sorted(TextFormat.ROOT_CAUSE_FIRST)
        .forEach(each -> out.append(annotation(target, each)));
    for (String each : target.notExamined()) {
      out.append(command("notice", "", target.name() + ": not examined: " + each));
    }
    if (target.findings().isEmpty() && !target.isDecided()) {
      out.append(command("warning", "", target.name() + " could not be examined"));
    }
    return out.toString();
  }

  private String annotation(TargetReport target, Reported reported) {
    Finding finding = reported.finding();
    Location location = finding.location();
    String accepted = reported.isBaselined() ? "accepted by the baseline: " : "";
    String where = Uris.isLive(location) ? "\nat " + TextFormat.place(location) : "";
    StringBuilder properties = new StringBuilder();
    if (!Uris.isLive(location)) {
      properties.append(place(location));
    } else if (target.declaredAt().isPresent()) {
      properties.append(place(target.declaredAt().orElseThrow()));
    }
    properties.append("title=").append(property(finding.rule().id() + " " + target.name()));
    return command(
        reported.isBaselined() ? "notice" : word(finding.severity()),
        properties.toString(),
        accepted + finding.message() + where + "\nfix: " + finding.fix());
  }

  private String place(Location location) {
    String file = "file=" + property(name.apply(location.uri())) + ",";
    return location.line() == null
        ? file
        : file + "line=" + location.line() + ",col=" + location.column() + ",";
  }

  private static String word(Severity severity) {
    return severity == Severity.NOTE ? "notice" : severity.id();
  }

  @Override
  public String end(Report report, Report.Tally tally) {
    StringBuilder out = new StringBuilder();
    report.unusable().forEach(each -> out.append(command("error", "", each)));
    report.notices().forEach(each -> out.append(command("notice", "", each)));
    report
        .conditions()
        .forEach(each -> out.append(command("notice", "", "under the condition: " + each)));
    return out.append(tally.targets())
        .append(" examined: ")
        .append(tally.count(Verdict.PASS))
        .append(" pass, ")
        .append(tally.count(Verdict.FAIL))
        .append(" fail, ")
        .append(tally.count(Verdict.UNKNOWN))
        .append(" unknown\n")
        .toString();
  }

  @Override
  public boolean isWhole() {
    return false;
  }

  /** The line ends in a message are ours; those from outside have been written out before. */
  private static String command(String word, String properties, String message) {
    StringBuilder safe = new StringBuilder();
    for (String line : message.split("\n", -1)) {
      safe.append(safe.isEmpty() ? "" : "%0A").append(data(line));
    }
    return "::" + word + (properties.isEmpty() ? "" : " " + properties) + "::" + safe + "\n";
  }

  /** As GitHub's own toolkit writes messages. */
  private static String data(String text) {
    return escape(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  /** As GitHub's own toolkit writes properties. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
