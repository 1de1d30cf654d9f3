package dev.wellknown.rule;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.finding.Severity;
import java.util.List;
import java.util.Set;

/**
 * One offence, recognised. A rule is named after the offence: its id is the group and the class
 * name in kebab case. It has no memory, prints nothing, connects to nothing, and what is wrong with
 * its subject is a finding, never an exception.
 *
 * @param <S> what it looks at
 */
public abstract class Rule<S> {

  private final RuleInfo info;

  /**
   * @param group the part of the id before the slash
   * @param breaks the readers for which the offence breaks something
   * @param summary the offence in one line, without a full stop
   */
  protected Rule(
      String group, Severity severity, Set<Reader> breaks, Evidence evidence, String summary) {
    this.info = new RuleInfo(RuleInfo.id(group, getClass()), severity, breaks, evidence, summary);
  }

  /** What is known of the rule before it is run. */
  public final RuleInfo info() {
    return info;
  }

  /** All offences in the subject, in its own order. */
  public abstract List<Finding> check(S subject);

  /** A finding of this rule, to be completed by its {@code with} methods. */
  protected final Finding finding(Location location, String message, String fix) {
    return Finding.of(info, location, message, fix);
  }
}
