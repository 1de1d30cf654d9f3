package dev.wellknown.examine;

import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is concluded about one target.
 *
 * @param name the path as given
 * @param verdicts only the readers that apply
 * @param files what was examined
 * @param findings in the order of the text
 * @param notExamined what could not be looked at, and why, in words
 */
public record TargetReport(
    String name,
    Map<Reader, Verdict> verdicts,
    List<FileFacts> files,
    List<Reported> findings,
    List<String> notExamined) {

  public TargetReport {
    Map<Reader, Verdict> copy = new EnumMap<>(Reader.class);
    copy.putAll(verdicts);
    verdicts = Collections.unmodifiableMap(copy);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
    notExamined = List.copyOf(notExamined);
  }

  /** Fail where an error stands; unknown where nothing was examined. */
  public Verdict verdict() {
    if (count(Severity.ERROR) > 0) {
      return Verdict.FAIL;
    }
    return files.isEmpty()
            || verdicts.containsValue(Verdict.UNKNOWN)
            || findings.stream().anyMatch(each -> each.finding().mayPass())
        ? Verdict.UNKNOWN
        : Verdict.PASS;
  }

  /** How many findings have a severity. */
  public int count(Severity severity) {
    return (int) findings.stream().filter(each -> each.finding().severity() == severity).count();
  }
}
