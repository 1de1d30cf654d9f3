package dev.wellknown.report;

import dev.wellknown.examine.Reported;
import dev.wellknown.examine.TargetReport;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Stage;
import dev.wellknown.finding.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The way of a link, stage by stage, as some readers go it alike. The first stage with a finding
 * that breaks something for a reader is where its way ends; what lies behind was not examined.
 */
record HtmlPath(Set<Reader> readers, Verdict verdict, List<Step> steps) {

  /** How it stands with one stage. */
  enum State {
    HOLDS("✓", "holds"),
    BREAKS("✗", "breaks here"),
    OPEN("?", "left open"),
    BEHIND("–", "not examined"),
    UNASKED("–", "not asked");

    private final String symbol;
    private final String words;

    State(String symbol, String words) {
      this.symbol = symbol;
      this.words = words;
    }

    String symbol() {
      return symbol;
    }

    String words() {
      return words;
    }

    /** Its class in the style sheet. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One stage. */
  record Step(Stage stage, State state) {}

  HtmlPath {
    steps = List.copyOf(steps);
  }

  /** The ways of all readers, those together that go alike. */
  static List<HtmlPath> of(TargetReport target) {
    record Way(Verdict verdict, List<Step> steps) {}
    Map<Way, Set<Reader>> ways = new LinkedHashMap<>();
    target
        .verdicts()
        .forEach(
            (reader, verdict) ->
                ways.computeIfAbsent(
                        new Way(verdict, steps(target, reader, verdict)),
                        way -> EnumSet.noneOf(Reader.class))
                    .add(reader));
    return ways.entrySet().stream()
        .map(each -> new HtmlPath(each.getValue(), each.getKey().verdict(), each.getKey().steps()))
        .toList();
  }

  /** The stage at which a reader's way breaks; empty where it does not. */
  static Optional<Stage> breakOf(TargetReport target, Reader reader) {
    return first(target, finding -> finding.breaks().contains(reader));
  }

  private static Optional<Stage> first(TargetReport target, Predicate<Finding> which) {
    return target.findings().stream()
        .map(Reported::finding)
        .filter(which)
        .map(Finding::stage)
        .filter(Objects::nonNull)
        .min(Stage::compareTo);
  }

  private static List<Step> steps(TargetReport target, Reader reader, Verdict verdict) {
    Optional<Stage> end =
        switch (verdict) {
          case PASS -> Optional.empty();
          case FAIL -> breakOf(target, reader);
          case UNKNOWN ->
              first(target, finding -> finding.undecided().contains(reader))
                  .or(() -> Optional.of(firstUnexamined(target, reader)));
        };
    List<Step> steps = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      int past = end.map(stage::compareTo).orElse(-1);
      State state =
          past > 0
              ? State.BEHIND
              : past == 0
                  ? verdict == Verdict.FAIL ? State.BREAKS : State.OPEN
                  : isExamined(target, reader.platform(), stage) ? State.HOLDS : State.UNASKED;
      steps.add(new Step(stage, state));
    }
    return steps;
  }

  private static Stage firstUnexamined(TargetReport target, Reader reader) {
    for (Stage stage : List.of(Stage.SERVING, Stage.FILE)) {
      if (!isExamined(target, reader.platform(), stage)) {
        return stage;
      }
    }
    return Stage.AGREEMENT;
  }

  private static boolean isExamined(TargetReport target, Platform platform, Stage stage) {
    if (stage == Stage.REGISTRATION && target.declaredAt().isPresent()) {
      return true;
    }
    String group =
        switch (stage) {
          // What hosts are compared with has been judged before.
          case REGISTRATION -> "agreement";
          case SERVING -> "serving";
          case FILE -> platform == Platform.APPLE ? "aasa" : "assetlinks";
          case AGREEMENT -> "agreement";
          case LINK -> "link";
        };
    return target.heldAgainst().groups().contains(group);
  }
}
