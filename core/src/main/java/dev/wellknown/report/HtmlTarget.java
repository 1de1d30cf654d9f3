package dev.wellknown.report;

import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A target as it is shown.
 *
 * @param number from 1, in the order in which targets became known
 * @param withEvidence whether what its files were judged by is shown
 */
record HtmlTarget(int number, TargetReport report, boolean withEvidence) {

  /** The fragment of its address. */
  String id() {
    return "t" + number;
  }

  String name() {
    return HtmlText.safe(report.name());
  }

  Verdict verdict() {
    return report.verdict();
  }

  List<HtmlPath> paths() {
    return HtmlPath.of(report);
  }

  List<HtmlFindings.Group> groups() {
    return HtmlFindings.of(report);
  }

  List<HtmlFile> files() {
    return report.files().stream().map(file -> HtmlFile.of(file, report, withEvidence)).toList();
  }

  /** Whether files have evidence that is left out. */
  boolean isEvidenceLeftOut() {
    return !withEvidence && report.files().stream().anyMatch(file -> file.evidence().isPresent());
  }

  List<String> notExamined() {
    return report.notExamined().stream().map(HtmlText::safe).toList();
  }

  HtmlRow row(boolean hasSection) {
    return new HtmlRow(
        id(),
        name(),
        verdict(),
        report.verdicts(),
        count(Severity.ERROR),
        count(Severity.WARNING),
        count(Severity.NOTE),
        report.findings().stream()
            .map(each -> each.finding().rule().id())
            .distinct()
            .collect(Collectors.joining(" ")),
        hasSection);
  }

  private int count(Severity severity) {
    return report.count(severity);
  }

  /** Readers as they are listed. */
  static String readers(Iterable<Reader> readers) {
    StringBuilder out = new StringBuilder();
    readers.forEach(reader -> out.append(out.isEmpty() ? "" : ", ").append(reader.id()));
    return out.toString();
  }

  /** The rules of its findings. */
  List<String> rules() {
    return report.findings().stream()
        .map(each -> each.finding())
        .map(Finding::rule)
        .map(rule -> rule.id())
        .distinct()
        .toList();
  }
}
