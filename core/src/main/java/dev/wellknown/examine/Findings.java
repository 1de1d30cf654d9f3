package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which findings are told, and what follows from them. */
final class Findings {

  /** By place in the text; what concerns the whole comes first. */
  static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding>comparingInt(f -> f.location().line() == null ? 0 : f.location().line())
          .thenComparingInt(f -> f.location().column() == null ? 0 : f.location().column())
          .thenComparing(Finding::severity)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::message);

  private Findings() {}

  static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  /**
   * What each reader concludes: it follows from what the findings break, never from how much they
   * count.
   */
  static Map<Reader, Verdict> verdicts(Set<Reader> readers, List<Finding> findings) {
    Map<Reader, Verdict> verdicts = new EnumMap<>(Reader.class);
    for (Reader reader : readers) {
      boolean broken = findings.stream().anyMatch(each -> each.breaks().contains(reader));
      boolean open = findings.stream().anyMatch(each -> each.undecided().contains(reader));
      verdicts.put(reader, broken ? Verdict.FAIL : open ? Verdict.UNKNOWN : Verdict.PASS);
    }
    return verdicts;
  }
}
