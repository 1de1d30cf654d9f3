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
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    List<Finding> whole = findings.stream().filter(Standing::isAboutAll).toList();
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
                + "]");
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
    String what = finding.message() + " [" + finding.rule().id() + "]";
    return new Obstacle(
        mayPass ? MatchVerdict.UNKNOWN : MatchVerdict.NO_MATCH,
        new Because(finding.location(), "", finding.evidence()),
        (mayPass ? "the file could not be had: " : "no reader takes the file: ") + what);
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
