package dev.wellknown.examine;

import dev.wellknown.examine.Report.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What some URLs do, and whether that is what was expected.
 *
 * @param urls in the order in which they were given
 * @param expected what each of them should do for each app; empty where nobody said
 * @param conditions every relaxation that was used, in words
 */
public record Matching(
    List<MatchedUrl> urls, Optional<MatchVerdict> expected, List<String> conditions) {

  /** What can be expected. */
  public static final List<MatchVerdict> EXPECTABLE =
      List.of(MatchVerdict.OPENS, MatchVerdict.EXCLUDED, MatchVerdict.NO_MATCH);

  /**
   * @throws IllegalArgumentException where something is expected that cannot be
   */
  public Matching {
    urls = List.copyOf(urls);
    conditions = List.copyOf(conditions);
    if (expected.isPresent() && !EXPECTABLE.contains(expected.get())) {
      throw new IllegalArgumentException("cannot be expected: " + expected.get().id());
    }
  }

  /** Whether an app's verdict is another one than was expected. */
  public boolean isUnexpected(AppMatch match) {
    return expected.isPresent()
        && switch (match.verdict()) {
          case UNKNOWN, ASSOCIATED -> false;
          case BLOCKED -> expected.get() != MatchVerdict.EXCLUDED;
          case OPENS, EXCLUDED, NO_MATCH -> match.verdict() != expected.get();
        };
  }

  /** How many decisions are left to a manifest that nobody gave, where something was expected. */
  public long undecided() {
    return expected.isEmpty()
        ? 0
        : matches().filter(each -> each.verdict() == MatchVerdict.ASSOCIATED).count();
  }

  /** How it ended, as a caller has to know it. */
  public Outcome outcome() {
    if (matches().anyMatch(this::isUnexpected)) {
      return Outcome.FINDINGS;
    }
    return matches().findAny().isEmpty()
            || matches().anyMatch(each -> each.verdict() == MatchVerdict.UNKNOWN)
        ? Outcome.UNDETERMINED
        : Outcome.CLEAN;
  }

  private Stream<AppMatch> matches() {
    return urls.stream().flatMap(each -> each.apps().stream());
  }
}
