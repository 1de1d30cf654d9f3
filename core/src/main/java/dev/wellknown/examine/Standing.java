package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import dev.wellknown.examine.AppMatch.Because;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the readers that decide about links take a file as a whole. What is wrong with single
 * statements is the matchers' business.
 *
 * @param obstacle why none of them does; empty where one does
 * @param remarks about those that do not, where others do
 */
record Standing(Optional<Obstacle> obstacle, List<String> remarks) {

  /** Rules about a file as a whole, beside those of the groups serving and json. */
  private static final Set<String> ABOUT_ALL =
      Set.of("aasa/too-large", "aasa/signed-file", "aasa/not-an-object", "assetlinks/not-an-array");

  private static final Set<Reader> AGENTS = EnumSet.of(Reader.ANDROID_12, Reader.ANDROID_LEGACY);

  /**
   * Faults of one statement by which readers lose the whole file: both of Android's agents where
   * they cannot take a value in, the newer one where it takes exception to a statement
   * (packages/StatementService). Google's service and Chromium pass over the statement.
   */
  private static final Map<String, Set<Reader>> LOSING =
      Map.ofEntries(
          Map.entry("assetlinks/statement-not-object", AGENTS),
          Map.entry("assetlinks/number-or-null", AGENTS),
          Map.entry("assetlinks/malformed-include", AGENTS),
          Map.entry("assetlinks/dynamic-unreadable-before-15", AGENTS),
          Map.entry("assetlinks/unknown-namespace", Set.of(Reader.ANDROID_12)),
          Map.entry("assetlinks/missing-package", Set.of(Reader.ANDROID_12)),
          Map.entry("assetlinks/missing-fingerprints", Set.of(Reader.ANDROID_12)),
          Map.entry("assetlinks/malformed-relation", Set.of(Reader.ANDROID_12)),
          Map.entry("assetlinks/malformed-site", Set.of(Reader.ANDROID_12)),
          Map.entry("assetlinks/site-with-path", Set.of(Reader.ANDROID_12)),
          Map.entry("assetlinks/manifest-as-site", Set.of(Reader.ANDROID_12)),
          Map.entry("assetlinks/insecure-include", Set.of(Reader.ANDROID_12)));

  Standing {
    remarks = List.copyOf(remarks);
  }

  /** Why no reader takes the file. */
  record Obstacle(MatchVerdict verdict, Because because, String reason) {}

  static Standing without(String origin, MatchVerdict verdict, String reason) {
    Because because = new Because(Location.of(origin), "", Evidence.DOCUMENTED);
    return new Standing(Optional.of(new Obstacle(verdict, because, reason)), List.of());
  }

  static Standing of(Kind kind, List<Finding> findings) {
    List<Finding> whole =
        Stream.concat(findings.stream().filter(Standing::isAboutAll), losing(findings).stream())
            .toList();
    Set<Reader> readers = EnumSet.copyOf(kind.readers());
    // Chromium reads the file for other purposes than links.
    readers.remove(Reader.CHROME);
    Set<Reader> broken = EnumSet.noneOf(Reader.class);
    Set<Reader> open = EnumSet.noneOf(Reader.class);
    whole.forEach(each -> broken.addAll(each.breaks()));
    whole.forEach(each -> open.addAll(each.undecided()));
    List<String> remarks = new ArrayList<>();
    for (Finding each : whole) {
      Set<Reader> some = common(each.breaks(), readers);
      some.addAll(common(each.undecided(), readers));
      if (some.containsAll(readers)) {
        boolean mayPass = !broken.containsAll(readers);
        return new Standing(Optional.of(obstacle(each, mayPass)), List.of());
      }
      if (!some.isEmpty()) {
        remarks.add(
            "for "
                + ids(some)
                + " it is otherwise: "
                + each.message()
                + " ["
                + each.rule().id()
                + "] ("
                + each.evidence().id()
                + ")");
      }
    }
    boolean nobody =
        readers.stream().allMatch(each -> broken.contains(each) || open.contains(each));
    if (nobody) {
      Finding first =
          whole.stream().filter(each -> !each.breaks().isEmpty()).findFirst().orElse(whole.get(0));
      return new Standing(Optional.of(obstacle(first, !broken.containsAll(readers))), List.of());
    }
    return new Standing(Optional.empty(), remarks);
  }

  private static Obstacle obstacle(Finding finding, boolean mayPass) {
    return mayPass
        ? obstacle("the file could not be had: ", finding, MatchVerdict.UNKNOWN)
        : obstacle("no reader takes the file: ", finding, MatchVerdict.NO_MATCH);
  }

  /** What a finding keeps from opening. */
  static Obstacle obstacle(String words, Finding finding, MatchVerdict verdict) {
    return new Obstacle(
        verdict,
        new Because(finding.location(), "", finding.evidence()),
        words + finding.message() + " [" + finding.rule().id() + "]");
  }

  /**
   * Why no app stands in a file that readers take: the first error in it, if there is one.
   *
   * @param findings in the order of the text
   * @param isOpen whether apps may stand in lists that it includes and that were not read
   */
  static Obstacle nobody(String origin, List<Finding> findings, boolean isOpen) {
    MatchVerdict verdict = isOpen ? MatchVerdict.UNKNOWN : MatchVerdict.NO_MATCH;
    String words =
        "the file lets no app open links"
            + (isOpen ? ", and the lists that it includes were not all read" : "");
    return findings.stream()
        .filter(each -> Findings.isError(each) && !each.breaks().isEmpty())
        .filter(each -> each.location().line() != null)
        .findFirst()
        .map(each -> obstacle(words + ": ", each, verdict))
        .orElseGet(
            () ->
                new Obstacle(
                    verdict, new Because(Location.of(origin), "", Evidence.DOCUMENTED), words));
  }

  /** The first of each rule, breaking only what loses the file by it. */
  private static List<Finding> losing(List<Finding> findings) {
    Map<String, Finding> first = new LinkedHashMap<>();
    for (Finding each : findings) {
      Set<Reader> readers = common(each.breaks(), LOSING.getOrDefault(each.rule().id(), Set.of()));
      if (!readers.isEmpty()) {
        first.putIfAbsent(each.rule().id(), each.withBreaks(readers).withUndecided(Set.of()));
      }
    }
    return List.copyOf(first.values());
  }

  private static boolean isAboutAll(Finding finding) {
    String group = finding.rule().group();
    return group.equals("serving")
        || (group.equals("json") && !finding.rule().id().equals("json/unexpected-shape"))
        || ABOUT_ALL.contains(finding.rule().id());
  }

  private static Set<Reader> common(Collection<Reader> some, Set<Reader> others) {
    Set<Reader> both = EnumSet.noneOf(Reader.class);
    both.addAll(some);
    both.retainAll(others);
    return both;
  }

  private static String ids(Set<Reader> readers) {
    return String.join(", ", readers.stream().map(Reader::id).toList());
  }
}
