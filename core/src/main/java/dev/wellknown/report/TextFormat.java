package dev.wellknown.report;

import static dev.wellknown.finding.Printable.escape;

import dev.wellknown.examine.Baseline;
import dev.wellknown.examine.Generation;
import dev.wellknown.examine.Report;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.Statement;
import dev.wellknown.examine.StatementQuery;
import dev.wellknown.examine.Statements;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Text for people. Every line begins with our own words, and nothing from outside is shown
 * unescaped.
 *
 * @param style how it is drawn
 * @param detail how much is told
 * @param loud the severity from which findings are told even where little is
 * @param columns the width that sentences are broken at, between words
 */
public record TextFormat(Style style, Detail detail, Severity loud, int columns) {

  private static final String INDENT = "    ";

  /** What was cause stands before what may follow from it: stage by stage, the worst first. */
  static final Comparator<Reported> ROOT_CAUSE_FIRST =
      Comparator.comparing(Reported::isBaselined)
          .thenComparing(
              each -> each.finding().stage(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(each -> each.finding().severity());

  /** Text whose sentences are not broken: a file or a pipe has no width. */
  public TextFormat(Style style, Detail detail, Severity loud) {
    this(style, detail, loud, Integer.MAX_VALUE);
  }

  /** A report, target by target. */
  public String text(Report report) {
    StringBuilder out = new StringBuilder();
    report.targets().forEach(target -> out.append(text(target)));
    if (!report.targets().isEmpty()) {
      out.append(summary(report, report.tally()));
    }
    return out.toString();
  }

  /** One target. */
  public String text(TargetReport target) {
    StringBuilder out = new StringBuilder();
    if (detail != Detail.QUIET || isLoud(target)) {
      head(out, target);
      if (target.diagnosis().isPresent()) {
        return out.append(new DiagnosisText(this, target, target.diagnosis().get()).text())
            .toString();
      }
      findings(out, target.findings().stream().sorted(ROOT_CAUSE_FIRST).toList());
      readers(out, target);
      target.notExamined().forEach(each -> broken(out, "  ", "not examined: " + escape(each)));
      out.append('\n');
    }
    return out.toString();
  }

  private boolean isLoud(TargetReport target) {
    return !target.isDecided() || target.findings().stream().anyMatch(this::isLoud);
  }

  private boolean isLoud(Reported each) {
    return !each.isBaselined() && each.finding().severity().isAtLeast(loud);
  }

  private void head(StringBuilder out, TargetReport target) {
    out.append(style.verdict(target.verdict()))
        .append("  ")
        .append(style.strong(escape(target.name())))
        .append('\n');
  }

  /** Findings, each with its place, its words, the readers that it breaks, and the next step. */
  public void findings(StringBuilder out, List<Reported> findings) {
    for (Reported each : findings) {
      if (detail != Detail.QUIET || isLoud(each)) {
        finding(out, each);
      }
    }
  }

  private void finding(StringBuilder out, Reported reported) {
    Finding finding = reported.finding();
    out.append("  ")
        .append(style.severity(finding.severity()))
        .append("  ")
        .append(place(finding.location()))
        .append("  ")
        .append(style.faint("[" + finding.rule().id() + "]"))
        .append('\n');
    line(out, finding.message());
    reported.accepted().ifPresent(entry -> line(out, accepted(entry)));
    if (!finding.breaks().isEmpty()) {
      line(out, "breaks: " + readers(finding.breaks()));
    }
    if (!finding.undecided().isEmpty()) {
      line(out, "leaves open: " + readers(finding.undecided()));
    }
    if (detail == Detail.VERBOSE) {
      verbose(out, finding);
    }
    line(out, "fix: " + finding.fix());
  }

  private void verbose(StringBuilder out, Finding finding) {
    if (finding.app() != null) {
      line(out, "app: " + finding.app());
    }
    String pointer = finding.location().pointer();
    if (pointer != null && !pointer.isEmpty()) {
      line(out, "pointer: " + escape(pointer));
    }
    if (finding.seen() != null) {
      line(out, "seen: " + finding.seen());
    }
    if (finding.expected() != null) {
      line(out, "expected: " + finding.expected());
    }
    line(out, "evidence: " + finding.evidence().id());
  }

  /** That a baseline accepts a finding, until when, and why. */
  public static String accepted(Baseline.Entry entry) {
    return "accepted by the baseline"
        + entry.until().map(date -> " until " + date).orElse("")
        + (entry.reason().isEmpty() ? "" : ": " + Printable.cut(entry.reason()));
  }

  private void line(StringBuilder out, String text) {
    broken(out, INDENT, text);
  }

  /** A sentence, broken between words where it is too wide; a word, such as a URL, never is. */
  void broken(StringBuilder out, String indent, String text) {
    if (indent.length() + Style.width(text) <= columns) {
      out.append(indent).append(text).append('\n');
      return;
    }
    int width = 0;
    for (String word : text.split(" ", -1)) {
      int more = Style.width(word);
      if (width > 0 && indent.length() + width + 1 + more > columns) {
        out.append('\n');
        width = 0;
      }
      out.append(width == 0 ? indent : " ").append(word);
      width += more + 1;
    }
    out.append('\n');
  }

  static String readers(Set<Reader> readers) {
    return readers.stream().map(Reader::id).collect(Collectors.joining(", "));
  }

  /** A place as editors and terminals take it: {@code file:line:column}. */
  public static String place(Location location) {
    String place = escape(location.uri());
    return location.line() == null
        ? place
        : place + ":" + location.line() + ":" + location.column();
  }

  void readers(StringBuilder out, TargetReport target) {
    if (!target.verdicts().isEmpty()) {
      broken(
          out,
          "  ",
          target.verdicts().entrySet().stream()
              .map(each -> each.getKey().id() + " " + style.verdict(each.getValue()))
              .collect(Collectors.joining(", ", "readers: ", "")));
    }
  }

  /**
   * What was counted, and what to do next.
   *
   * @param report its targets do not matter
   */
  public String summary(Report report, Report.Tally tally) {
    StringBuilder out = new StringBuilder();
    if (detail == Detail.QUIET) {
      return "";
    }
    report.conditions().forEach(each -> broken(out, "", "under the condition: " + escape(each)));
    report.notices().forEach(each -> broken(out, "", "note: " + escape(each)));
    out.append(count(tally.targets(), "target"))
        .append(": ")
        .append(tally.count(Verdict.PASS))
        .append(" pass, ")
        .append(tally.count(Verdict.FAIL))
        .append(" fail, ")
        .append(tally.count(Verdict.UNKNOWN))
        .append(" unknown; ")
        .append(count(tally.count(Severity.ERROR), "error"))
        .append(", ")
        .append(count(tally.count(Severity.WARNING), "warning"))
        .append(", ")
        .append(count(tally.count(Severity.NOTE), "note"))
        .append(tally.baselined() == 0 ? "" : "; " + tally.baselined() + " of them in the baseline")
        .append(report.complete() ? "" : "; broken off")
        .append('\n');
    tally
        .worst()
        .ifPresent(
            worst ->
                out.append("next: wellknown rules ")
                    .append(worst.rule().id())
                    .append("  explains this one\n"));
    return out.toString();
  }

  /**
   * What a site states, and what was wrong beside it.
   *
   * @param conditions every relaxation that was used
   */
  public String text(Statements answer, StatementQuery query, List<String> conditions) {
    StringBuilder out = new StringBuilder();
    if (detail != Detail.QUIET) {
      conditions.forEach(
          each -> out.append("under the condition: ").append(escape(each)).append('\n'));
    }
    String what = query.relation().orElse("any relation");
    out.append(verdict(answer)).append("  ").append(style.strong(escape(answer.source())));
    query.target().ifPresent(target -> out.append(" to ").append(escape(target.toString())));
    out.append("  ").append(what).append('\n');
    if (detail != Detail.QUIET) {
      for (Statement each : answer.statements()) {
        out.append("  states  ")
            .append(each.relation())
            .append("  ")
            .append(escape(each.target().toString()))
            .append('\n');
      }
    }
    for (Statements.Problem problem : answer.problems()) {
      out.append("  ")
          .append(problem.code())
          .append("  ")
          .append(place(problem.location()))
          .append('\n');
      line(out, escape(problem.message()));
    }
    if (answer.undetermined() && detail != Detail.QUIET) {
      out.append("some of it could not be had, and the answer may be another one the next time\n");
    }
    return out.toString();
  }

  private String verdict(Statements answer) {
    if (answer.undetermined()) {
      return style.verdict(Verdict.UNKNOWN);
    }
    return answer
        .linked()
        .map(linked -> linked ? "linked" : "not linked")
        .orElse(count(answer.statements().size(), "statement"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** What was generated, or why nothing was. */
  public String text(Generation generation, boolean written) {
    StringBuilder out = new StringBuilder();
    findings(out, generation.findings());
    if (detail == Detail.QUIET) {
      return out.toString();
    }
    for (Generation.GeneratedFile file : generation.files()) {
      String done = !file.changed() ? "unchanged" : written ? "written" : "differs";
      out.append(done)
          .append("  ")
          .append(escape(file.path()))
          .append("  ")
          .append(file.publication().bytes().length)
          .append(" bytes\n");
      if (!written && file.changed()) {
        diff(out, file);
      }
    }
    for (String path : generation.leftAlone()) {
      out.append("left alone  ")
          .append(escape(path))
          .append("  no app of the registration is on this platform; remove it if it is stale\n");
    }
    if (generation.refused()) {
      out.append("nothing written: mend the errors above, then generate anew\n");
    } else if (generation.files().isEmpty()) {
      out.append("nothing to write: no purpose of any app leads to a file\n");
    } else if (!written && generation.differs()) {
      out.append("next: the same command without --check writes these files\n");
    }
    return out.toString();
  }

  private void diff(StringBuilder out, Generation.GeneratedFile file) {
    for (String line : Difference.lines(file)) {
      String shown = "  " + line;
      out.append(
              line.startsWith("+")
                  ? style.added(shown)
                  : line.startsWith("-") ? style.removed(shown) : shown)
          .append('\n');
    }
  }

  /** The rules, a line each. */
  public String text(List<RuleInfo> rules) {
    int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (RuleInfo rule : rules) {
      out.append(rule.id())
          .append(" ".repeat(width - rule.id().length() + 2))
          .append(String.format("%-9s", rule.severity().id()))
          .append(rule.summary())
          .append('\n');
    }
    return out.toString();
  }
}
