package dev.wellknown.examine;

import static java.util.Comparator.naturalOrder;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The order in which findings are told, how many, and what follows from them. */
final class Findings {

  /** By place in the text; what concerns the whole comes first. */
  static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding>comparingInt(f -> f.location().line() == null ? 0 : f.location().line())
          .thenComparingInt(f -> f.location().column() == null ? 0 : f.location().column())
          .thenComparing(Finding::severity)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::message);

  /** What these find is so for every file of a host. */
  private static final Set<String> ABOUT_HOSTS =
      Set.of("serving/certificate-expires-soon", "serving/private-address");

  /** So many findings of one rule are told about one file. */
  private static final int MOST = 100;

  private Findings() {}

  static boolean isError(Finding finding) {
    return finding.severity() == Severity.ERROR;
  }

  /**
   * In the order of the text, and of each rule as many as a person reads: a file may have a hundred
   * thousand faults of one kind. What is left out still breaks what it breaks.
   */
  static List<Finding> told(List<Finding> findings) {
    List<Finding> ordered = findings.stream().sorted(BY_PLACE).toList();
    Map<String, List<Finding>> byRule =
        ordered.stream().collect(Collectors.groupingBy(finding -> finding.rule().id()));
    Map<String, Integer> counts = new HashMap<>();
    List<Finding> told = new ArrayList<>();
    for (Finding finding : ordered) {
      List<Finding> alike = byRule.getOrDefault(finding.rule().id(), List.of());
      int count = counts.merge(finding.rule().id(), 1, Integer::sum);
      if (count <= MOST || alike.size() == MOST + 1) {
        told.add(finding);
      } else if (count == MOST + 1) {
        told.add(more(alike.subList(MOST, alike.size())));
      }
    }
    return List.copyOf(told);
  }

  /** One finding for all that are left out. */
  private static Finding more(List<Finding> rest) {
    Finding first = rest.get(0);
    return Finding.of(
            first.rule(),
            first.location(),
            "more of the same from here on, beyond the " + MOST + " that are told",
            "mend those first, then look again")
        .withStage(first.stage())
        .withSeverity(rest.stream().map(Finding::severity).min(naturalOrder()).orElseThrow())
        .withBreaks(readers(rest, Finding::breaks))
        .withUndecided(readers(rest, Finding::undecided));
  }

  private static Set<Reader> readers(List<Finding> findings, Function<Finding, Set<Reader>> which) {
    EnumSet<Reader> readers = EnumSet.noneOf(Reader.class);
    findings.forEach(finding -> readers.addAll(which.apply(finding)));
    return readers;
  }

  /** What concerns a host is told of the first of its files, for the readers of all. */
  static List<Finding> oncePerHost(List<Finding> findings) {
    List<Finding> told = new ArrayList<>();
    Map<List<String>, Integer> places = new HashMap<>();
    for (Finding finding : findings) {
      Integer place = null;
      if (ABOUT_HOSTS.contains(finding.rule().id())) {
        String host = String.valueOf(URI.create(finding.location().uri()).getHost());
        List<String> same = List.of(finding.rule().id(), host, finding.message());
        place = places.putIfAbsent(same, told.size());
      }
      if (place == null) {
        told.add(finding);
      } else {
        told.set(place, united(List.of(told.get(place), finding)));
      }
    }
    return told;
  }

  /** The first of some findings, which counts for all. */
  private static Finding united(List<Finding> alike) {
    return alike
        .get(0)
        .withSeverity(alike.stream().map(Finding::severity).min(naturalOrder()).orElseThrow())
        .withBreaks(readers(alike, Finding::breaks))
        .withUndecided(readers(alike, Finding::undecided));
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
