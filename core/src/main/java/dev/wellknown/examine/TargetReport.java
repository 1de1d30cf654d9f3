package dev.wellknown.examine;

import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is concluded about one target.
 *
 * @param name the host, or the path as given
 * @param verdicts only the readers that apply
 * @param files what was examined
 * @param findings in the order of the text
 * @param notExamined what could not be looked at, and why, in words
 * @param heldAgainst the rules that were held against it, whether they found something or not
 * @param declaredAt where a registration names this host; empty where none does
 * @param diagnosis why a link does not open the app; empty where nobody asked that
 */
public record TargetReport(
    String name,
    Map<Reader, Verdict> verdicts,
    List<FileFacts> files,
    List<Reported> findings,
    List<String> notExamined,
    HeldRules heldAgainst,
    Optional<Location> declaredAt,
    Optional<Diagnosis> diagnosis) {

  /** A target that is no link. */
  public TargetReport(
      String name,
      Map<Reader, Verdict> verdicts,
      List<FileFacts> files,
      List<Reported> findings,
      List<String> notExamined,
      HeldRules heldAgainst,
      Optional<Location> declaredAt) {
    this(name, verdicts, files, findings, notExamined, heldAgainst, declaredAt, Optional.empty());
  }

  /** A target of which no more is known. */
  public TargetReport(
      String name,
      Map<Reader, Verdict> verdicts,
      List<FileFacts> files,
      List<Reported> findings,
      List<String> notExamined) {
    this(name, verdicts, files, findings, notExamined, HeldRules.NONE, Optional.empty());
  }

  public TargetReport {
    Map<Reader, Verdict> copy = new EnumMap<>(Reader.class);
    copy.putAll(verdicts);
    verdicts = Collections.unmodifiableMap(copy);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    notExamined = List.copyOf(notExamined);
  }

  /** The same, with other findings in place of these. */
  TargetReport withFindings(List<Reported> value) {
    return new TargetReport(
        name, verdicts, files, value, notExamined, heldAgainst, declaredAt, diagnosis);
  }

  /** The same without the evidence of its files, which is much larger than the rest. */
  public TargetReport withoutEvidence() {
    return new TargetReport(
        name,
        verdicts,
        files.stream().map(file -> file.withEvidence(Optional.empty())).toList(),
        findings,
        notExamined,
        heldAgainst,
        declaredAt,
        diagnosis);
  }

  /** Whether every reader's verdict was reached, and all else that was asked for. */
  public boolean isDecided() {
    return !files.isEmpty()
        && !verdicts.containsValue(Verdict.UNKNOWN)
        && findings.stream().noneMatch(each -> each.finding().mayPass());
  }

  /** Fail where an error stands; unknown where nothing was examined. */
  public Verdict verdict() {
    if (count(Severity.ERROR) > 0) {
      return Verdict.FAIL;
    }
    return isDecided() ? Verdict.PASS : Verdict.UNKNOWN;
  }

  /** How many findings have a severity. */
  public int count(Severity severity) {
    return (int) findings.stream().filter(each -> each.finding().severity() == severity).count();
  }
}
