package dev.wellknown.finding;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or risky. Made by {@link #of}, completed by the {@code with} methods.
 * Texts in it are safe to print: see {@link Printable}.
 *
 * @param rule the rule that found it
 * @param stage where on the way of a link it stands; null for questions of sign-in
 * @param severity as it counts, after a registration's {@code rules} were applied
 * @param breaks the readers for which this breaks something; severities never change it
 * @param undecided the readers about which nothing can be concluded because of it: trouble that may
 *     pass, or something that a reader may or may not take
 * @param app id of the app concerned (Apple app id or Android package), or null
 * @param message what was seen, and where
 * @param seen the offending value, or null; long values are cut
 * @param expected what would be right, or null
 * @param fix the next step
 * @param evidence how the platforms' behaviour is known
 * @param location where it stands
 */
public record Finding(
    RuleInfo rule,
    @Nullable Stage stage,
    Severity severity,
    Set<Reader> breaks,
    Set<Reader> undecided,
    @Nullable String app,
    String message,
    @Nullable String seen,
    @Nullable String expected,
    String fix,
    Evidence evidence,
    Location location) {

  private static final int LONGEST = 1_500;

  public Finding {
    breaks = copy(breaks);
    undecided = copy(undecided);
    app = app == null ? null : Printable.escape(Printable.cut(app));
    message = bounded(message);
    seen = seen == null ? null : Printable.escape(Printable.cut(seen));
    expected = expected == null ? null : bounded(expected);
    fix = bounded(fix);
  }

  /** Values in a message are quoted, and thereby cut; this is for those that were forgotten. */
  private static String bounded(String text) {
    return Printable.escape(Printable.cut(text, LONGEST));
  }

  /** A finding of a rule with that rule's own severity, readers and evidence. */
  public static Finding of(RuleInfo rule, Location location, String message, String fix) {
    return new Finding(
        rule,
        rule.stage(),
        rule.severity(),
        rule.breaks(),
        Set.of(),
        null,
        message,
        null,
        null,
        fix,
        rule.evidence(),
        location);
  }

  /** The same finding in other words. */
  public Finding withMessage(String value) {
    return new Finding(
        rule, stage, severity, breaks, undecided, app, value, seen, expected, fix, evidence,
        location);
  }

  /** The same finding with the offending value. */
  public Finding withSeen(@Nullable String value) {
    return new Finding(
        rule, stage, severity, breaks, undecided, app, message, value, expected, fix, evidence,
        location);
  }

  /** The same finding with what would be right. */
  public Finding withExpected(@Nullable String value) {
    return new Finding(
        rule, stage, severity, breaks, undecided, app, message, seen, value, fix, evidence,
        location);
  }

  /** The same finding about one app. */
  public Finding withApp(@Nullable String value) {
    return new Finding(
        rule, stage, severity, breaks, undecided, value, message, seen, expected, fix, evidence,
        location);
  }

  /** The same finding, counting more or less. */
  public Finding withSeverity(Severity value) {
    return new Finding(
        rule, stage, value, breaks, undecided, app, message, seen, expected, fix, evidence,
        location);
  }

  /** The same finding, breaking something for these readers. */
  public Finding withBreaks(Set<Reader> value) {
    return new Finding(
        rule, stage, severity, value, undecided, app, message, seen, expected, fix, evidence,
        location);
  }

  /** The same finding at another stage: what breaks any file may stand in a registration. */
  public Finding withStage(@Nullable Stage value) {
    return new Finding(
        rule, value, severity, breaks, undecided, app, message, seen, expected, fix, evidence,
        location);
  }

  /** The same finding, known in another way than the rule's other findings. */
  public Finding withEvidence(Evidence value) {
    return new Finding(
        rule, stage, severity, breaks, undecided, app, message, seen, expected, fix, value,
        location);
  }

  /** The same finding at another place. */
  public Finding withLocation(Location value) {
    return new Finding(
        rule, stage, severity, breaks, undecided, app, message, seen, expected, fix, evidence,
        value);
  }

  /** The same finding, leaving these readers undecided. */
  public Finding withUndecided(Set<Reader> value) {
    return new Finding(
        rule, stage, severity, breaks, value, app, message, seen, expected, fix, evidence,
        location);
  }

  /** Whether it is about trouble that may pass: it breaks nothing, and leaves something open. */
  public boolean mayPass() {
    return breaks.isEmpty() && !undecided.isEmpty();
  }

  private static Set<Reader> copy(Set<Reader> readers) {
    EnumSet<Reader> copy = EnumSet.noneOf(Reader.class);
    copy.addAll(readers);
    return Collections.unmodifiableSet(copy);
  }
}
