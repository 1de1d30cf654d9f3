package dev.wellknown.fetch;

import java.util.List;
import java.util.stream.Collectors;

/** Observations in a few words, to compare them by. */
final class Outcome {

  private Outcome() {}

  /** One for all files where they went alike, else one for each. */
  static String of(List<Observation> observations) {
    List<String> each = observations.stream().map(Outcome::of).toList();
    return each.stream().distinct().count() == 1 ? each.get(0) : String.join(" | ", each);
  }

  static String of(Observation observation) {
    if (observation instanceof Answered answered) {
      Incomplete cut = answered.body().incomplete();
      return answered.status()
          + (cut == null ? "" : " " + cut)
          + answered.oddities().stream()
              .sorted()
              .map(each -> " +" + each)
              .collect(Collectors.joining());
    }
    Failure failure = ((Unreachable) observation).failure();
    return failure.reason()
        + " "
        + failure.phase()
        + (failure.code() == null ? "" : " " + failure.code())
        + (failure.malformed() == null ? "" : " " + failure.malformed())
        + (failure.seen() == null ? "" : " " + failure.seen())
        + failure.problems().stream()
            .map(each -> " " + each.kind() + "@" + each.position())
            .collect(Collectors.joining());
  }
}
