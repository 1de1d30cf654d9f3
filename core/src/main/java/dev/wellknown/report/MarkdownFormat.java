package dev.wellknown.report;

import static dev.wellknown.report.Markdown.code;
import static dev.wellknown.report.Markdown.prose;

import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Markdown for the summary of a CI job and for a comment on a pull request: a table of hosts and
 * readers, then the findings, never longer than such a comment may be.
 */
record MarkdownFormat() implements Rendering.Whole {

  /** GitHub refuses comments of more than 65,536 characters; a job summary may have 1 MiB. */
  static final int LONGEST = 65_536;

  /** Kept for the line that says what is missing, and for what others add around it. */
  private static final int SPARE = 1_500;

  /** At most so much for the table, so that findings have room. */
  private static final int LONGEST_TABLE = LONGEST / 3;

  @Override
  public String text(Report report) {
    Markdown out = new Markdown();
    out.add(head(report));
    table(report, out);
    findings(report, out);
    return out.text();
  }

  private static String head(Report report) {
    Report.Tally tally = report.tally();
    StringBuilder head = new StringBuilder();
    head.append("## ")
        .append(tally.targets() == 0 ? "❔" : symbol(worst(tally)))
        .append(" wellknown ")
        .append(report.command())
        .append("\n\n");
    for (Verdict verdict : Verdict.values()) {
      head.append(verdict == Verdict.PASS ? "" : ", ")
          .append(tally.count(verdict))
          .append(' ')
          .append(verdict.id());
    }
    for (Severity severity : Severity.values()) {
      head.append(severity == Severity.ERROR ? "; " : ", ")
          .append(tally.count(severity))
          .append(' ')
          .append(severity.id())
          .append(tally.count(severity) == 1 ? "" : "s");
    }
    if (tally.baselined() > 0) {
      head.append("; ").append(tally.baselined()).append(" of them in the baseline");
    }
    head.append(report.complete() ? "\n\n" : "; broken off\n\n");
    report.unusable().forEach(each -> head.append("- cannot be used: ").append(line(each)));
    report.notices().forEach(each -> head.append("- ").append(line(each)));
    report.conditions().forEach(each -> head.append("- under the condition: ").append(line(each)));
    return head.length() > LONGEST_TABLE
        ? head.substring(0, head.lastIndexOf("\n", LONGEST_TABLE) + 1)
        : head.toString();
  }

  private static String line(String text) {
    return prose(text) + "\n";
  }

  private static Verdict worst(Report.Tally tally) {
    return tally.count(Verdict.FAIL) > 0
        ? Verdict.FAIL
        : tally.count(Verdict.UNKNOWN) > 0 ? Verdict.UNKNOWN : Verdict.PASS;
  }

  private static String symbol(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✅";
      case FAIL -> "❌";
      case UNKNOWN -> "❔";
    };
  }

  /** The worst first: what is cut off at the end matters least. */
  private static List<TargetReport> ordered(Report report) {
    return report.targets().stream()
        .sorted(
            Comparator.comparingInt(
                target ->
                    switch (target.verdict()) {
                      case FAIL -> 0;
                      case UNKNOWN -> 1;
                      case PASS -> 2;
                    }))
        .toList();
  }

  private static void table(Report report, Markdown out) {
    List<Reader> readers =
        List.of(Reader.values()).stream()
            .filter(
                reader -> report.targets().stream().anyMatch(t -> t.verdicts().containsKey(reader)))
            .toList();
    if (report.targets().isEmpty()) {
      return;
    }
    StringBuilder names = new StringBuilder("\n| target | verdict |");
    StringBuilder rule = new StringBuilder("\n| --- | --- |");
    for (Reader reader : readers) {
      names.append(' ').append(reader.id()).append(" |");
      rule.append(" --- |");
    }
    out.add(names.append(rule).append('\n').toString());
    List<TargetReport> targets = ordered(report);
    for (int i = 0; i < targets.size(); i++) {
      TargetReport target = targets.get(i);
      String row =
          "| "
              + Markdown.cell(target.name())
              + " | "
              + symbol(target.verdict())
              + " "
              + target.verdict().id()
              + " |"
              + readers.stream()
                  .map(reader -> cell(target.verdicts(), reader))
                  .collect(Collectors.joining())
              + "\n";
      if (out.length() + row.length() > LONGEST_TABLE) {
        out.add("\n… and " + (targets.size() - i) + " more targets, the worse ones are above.\n");
        return;
      }
      out.add(row);
    }
  }

  private static String cell(Map<Reader, Verdict> verdicts, Reader reader) {
    return Optional.ofNullable(verdicts.get(reader))
        .map(verdict -> " " + symbol(verdict) + " " + verdict.id() + " |")
        .orElse(" – |");
  }

  private static void findings(Report report, Markdown out) {
    int told = 0;
    int all = report.targets().stream().mapToInt(target -> target.findings().size()).sum();
    for (TargetReport target : ordered(report)) {
      List<Reported> findings =
          target.findings().stream().sorted(TextFormat.ROOT_CAUSE_FIRST).toList();
      if (findings.isEmpty() && target.notExamined().isEmpty()) {
        continue;
      }
      String head = "\n### " + code(target.name()) + "\n\n";
      String open =
          target.notExamined().stream()
              .map(each -> "- not examined: " + line(each))
              .collect(Collectors.joining());
      for (Reported each : findings) {
        String item = head + finding(each);
        if (out.length() + item.length() + SPARE > LONGEST) {
          out.add("\n… cut here: " + (all - told) + " of " + all + " findings are left out.");
          out.add(" Another format, such as json, has all of them.\n");
          return;
        }
        out.add(item);
        head = "";
        told++;
      }
      if (out.length() + head.length() + open.length() + SPARE <= LONGEST) {
        out.add(head + open);
      }
    }
  }

  private static String finding(Reported reported) {
    Finding finding = reported.finding();
    StringBuilder item = new StringBuilder();
    item.append("- **")
        .append(finding.severity().id())
        .append("** ")
        .append(code(finding.rule().id()))
        .append(" at ")
        .append(code(TextFormat.place(finding.location())))
        .append("  \n  ")
        .append(prose(finding.message()));
    if (!finding.breaks().isEmpty()) {
      item.append("  \n  breaks: ").append(TextFormat.readers(finding.breaks()));
    }
    reported
        .accepted()
        .ifPresent(entry -> item.append("  \n  ").append(prose(TextFormat.accepted(entry))));
    return item.append("  \n  fix: ").append(prose(finding.fix())).append('\n').toString();
  }
}
