package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a redirect lands for an app on a platform.
 *
 * @param app its Apple app id or Android package
 * @param findings why, the gravest first
 * @param notExamined what could not be looked at, and why, in words
 */
public record Landing(
    Platform platform,
    String app,
    Outcome outcome,
    List<Reported> findings,
    List<String> notExamined) {

  public Landing {
    findings = List.copyOf(findings);
    notExamined = List.copyOf(notExamined);
  }

  /** Where a redirect lands. */
  public enum Outcome {
    /** It comes back to the app. */
    RETURNS,
    /** It comes back at times; the findings say when it does not. */
    MAY_STAY,
    /** It does not come back. */
    LOST,
    /** What decides could not be examined. */
    UNKNOWN;

    /** The name used in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A landing as its findings have it: what loses the redirect goes before what is not known, and
   * that before what may keep it.
   *
   * @param lost what keeps the redirect from the app; counts as an error
   * @param open what decides and could not be examined
   * @param mayStay what may keep it; counts as a warning
   */
  static Landing of(
      Platform platform,
      String app,
      List<Finding> lost,
      List<String> open,
      List<Finding> mayStay,
      List<String> beside) {
    Outcome outcome =
        !lost.isEmpty()
            ? Outcome.LOST
            : !open.isEmpty()
                ? Outcome.UNKNOWN
                : mayStay.isEmpty() ? Outcome.RETURNS : Outcome.MAY_STAY;
    List<Finding> told =
        outcome == Outcome.LOST
            ? lost.stream().map(each -> each.withSeverity(Severity.ERROR)).toList()
            : mayStay.stream().map(each -> each.withSeverity(Severity.WARNING)).toList();
    List<String> notExamined = Stream.concat(open.stream(), beside.stream()).toList();
    return new Landing(
        platform,
        app,
        outcome,
        Reported.all(
            told.stream().map(each -> each.app() == null ? each.withApp(app) : each).toList(),
            name -> name),
        outcome == Outcome.LOST ? List.of() : notExamined);
  }

  /** The same, with findings as much as they count. */
  Landing counting(Severities severities) {
    List<Finding> told = severities.apply(findings.stream().map(Reported::finding).toList());
    return new Landing(platform, app, outcome, Reported.all(told, name -> name), notExamined);
  }
}
