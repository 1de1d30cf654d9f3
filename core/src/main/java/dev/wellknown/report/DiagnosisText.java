package dev.wellknown.report;

import static dev.wellknown.finding.Printable.escape;

import dev.wellknown.examine.Diagnosis;
import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A diagnosis for people: the causes first, then what was looked at, then what to run. */
final class DiagnosisText {

  private static final String INDENT = "    ";

  private final TextFormat format;
  private final TargetReport target;
  private final Diagnosis diagnosis;
  private final StringBuilder out = new StringBuilder();

  DiagnosisText(TextFormat format, TargetReport target, Diagnosis diagnosis) {
    this.format = format;
    this.target = target;
    this.diagnosis = diagnosis;
  }

  String text() {
    causes();
    if (format.detail() == Detail.QUIET) {
      return out.append('\n').toString();
    }
    chain();
    apps();
    format.readers(out, target);
    others();
    target.notExamined().forEach(each -> format.broken(out, "  ", "not examined: " + escape(each)));
    heading("what only a device or a Mac shows");
    diagnosis.commands().forEach(each -> out.append(INDENT).append(each).append('\n'));
    if (format.detail() == Detail.VERBOSE
        || diagnosis.entries().stream().allMatch(e -> e.isFine())) {
      heading("what depends on the tap");
      diagnosis.advice().forEach(each -> format.broken(out, INDENT, each));
    }
    return out.append('\n').toString();
  }

  private void heading(String words) {
    out.append("  ").append(format.style().strong(words)).append('\n');
  }

  private void causes() {
    Map<Finding, List<Diagnosis.Entry>> causes = new LinkedHashMap<>();
    for (Diagnosis.Entry each : diagnosis.entries()) {
      Finding cause = each.cause();
      if (cause != null) {
        causes.computeIfAbsent(cause, key -> new ArrayList<>()).add(each);
      }
    }
    if (causes.isEmpty() && format.detail() != Detail.QUIET) {
      format.broken(
          out, "  ", "nothing that can be seen from here keeps the link from opening the app");
    }
    causes.forEach(this::cause);
  }

  private void cause(Finding cause, List<Diagnosis.Entry> entries) {
    heading((cause.mayPass() ? "open: " : "cause: ") + cause.message());
    Set<String> apps = new LinkedHashSet<>();
    Set<String> readers = new LinkedHashSet<>();
    for (Diagnosis.Entry each : entries) {
      if (each.app() != null && !each.app().equals("*")) {
        apps.add(each.app());
      }
      Reader reader = each.reader();
      if (reader != null) {
        readers.add(reader.id());
      }
    }
    if (!readers.isEmpty()) {
      String whom = apps.isEmpty() ? "any app" : String.join(", ", apps);
      format.broken(out, INDENT, "for " + whom + ", by " + String.join(", ", readers));
    }
    out.append(INDENT)
        .append("seen at ")
        .append(TextFormat.place(cause.location()))
        .append("  ")
        .append(format.style().faint("[" + cause.rule().id() + "]"))
        .append('\n');
    format.broken(out, INDENT, "fix: " + cause.fix());
    List<String> behind = entries.get(0).notExamined();
    if (!behind.isEmpty()) {
      format.broken(
          out, INDENT, "not examined because of it: " + escape(String.join("; ", behind)));
    }
  }

  private void chain() {
    if (diagnosis.chain().size() == 1 && diagnosis.chain().get(0).remark().isEmpty()) {
      return;
    }
    heading("the way of the link");
    int number = 0;
    for (Diagnosis.Hop hop : diagnosis.chain()) {
      number++;
      out.append(INDENT)
          .append(number)
          .append("  ")
          .append(hop.status() == null ? " - " : hop.status())
          .append("  ")
          .append(hop.url())
          .append('\n');
      if (!hop.remark().isEmpty()) {
        format.broken(out, INDENT + "        ", hop.remark());
      }
    }
  }

  /** What the files say for each app; the same for all readers but where serving differs. */
  private void apps() {
    Set<String> lines = new LinkedHashSet<>();
    for (Diagnosis.Entry each : diagnosis.entries()) {
      if (each.app() != null && each.platform() != null) {
        String where = diagnosis.chain().size() > 1 ? ", at " + (each.hop() + 1) : "";
        String app = each.app().equals("*") ? "any app" : each.app();
        lines.add(app + " (" + each.platform().id() + where + ")  " + each.outcome());
      }
    }
    if (!lines.isEmpty()) {
      heading("what the files say");
      lines.forEach(each -> format.broken(out, INDENT, each));
    }
  }

  /** What else was found: no cause, and yet to be mended. */
  private void others() {
    Set<Finding> causes = new LinkedHashSet<>();
    for (Diagnosis.Entry each : diagnosis.entries()) {
      Finding cause = each.cause();
      if (cause != null) {
        causes.add(cause);
      }
    }
    List<Reported> rest =
        target.findings().stream()
            .filter(each -> !isToldAmong(causes, each.finding()))
            .filter(
                each ->
                    format.detail() == Detail.VERBOSE
                        || each.finding().severity().isAtLeast(Severity.WARNING))
            .sorted(TextFormat.ROOT_CAUSE_FIRST)
            .toList();
    if (!rest.isEmpty()) {
      heading("also found");
      format.findings(out, rest);
    }
  }

  private static boolean isToldAmong(Set<Finding> causes, Finding finding) {
    return causes.stream()
        .anyMatch(
            each ->
                each.rule().equals(finding.rule())
                    && each.location().equals(finding.location())
                    && each.message().equals(finding.message()));
  }
}
