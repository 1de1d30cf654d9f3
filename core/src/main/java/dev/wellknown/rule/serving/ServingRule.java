package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Observation;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import dev.wellknown.rule.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule about how a file is served. Its findings name only readers of the file that was asked for.
 */
abstract class ServingRule extends Rule<Serving> {

  /** Nobody gets the file. */
  static final Set<Reader> ALL = EnumSet.allOf(Reader.class);

  /** Everybody gets the file. */
  static final Set<Reader> NONE = Set.of();

  ServingRule(Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    super("serving", severity, breaks, evidence, summary);
  }

  @Override
  public final List<Finding> check(Serving serving) {
    return judge(serving).stream().toList();
  }

  /** The offence, where it is there. */
  abstract Optional<Finding> judge(Serving serving);

  final Finding finding(Serving serving, String message, String fix) {
    return finding(serving.location(), message, fix).withBreaks(readers(serving, info().breaks()));
  }

  /** A finding about trouble that may pass: nothing is known of any reader. */
  final Finding trouble(Serving serving, String message, String fix) {
    return finding(serving, message, fix)
        .withSeverity(Severity.WARNING)
        .withBreaks(NONE)
        .withUndecided(serving.kind().readers());
  }

  /** Those of the readers that read this kind of file. */
  static Set<Reader> readers(Serving serving, Set<Reader> readers) {
    EnumSet<Reader> both = EnumSet.copyOf(serving.kind().readers());
    both.retainAll(readers);
    return both;
  }

  /** All readers of the file but these. */
  static Set<Reader> others(Serving serving, Set<Reader> readers) {
    EnumSet<Reader> others = EnumSet.copyOf(serving.kind().readers());
    others.removeAll(readers);
    return others;
  }

  /** How often it was tried, where that was more than once. */
  static String tries(Observation seen) {
    int attempts = seen.attempts().size();
    return attempts > 1 ? " (" + attempts + " attempts)" : "";
  }
}
