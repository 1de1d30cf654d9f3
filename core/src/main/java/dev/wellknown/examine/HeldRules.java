package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules were held against a target, so that a report can tell a pass from a blank.
 *
 * @param groups their groups; other rules of these are the walk's own to tell of
 * @param severities which of them are off
 */
public record HeldRules(Set<String> groups, Severities severities) {

  /** None. */
  static final HeldRules NONE = new HeldRules(Set.of(), Severities.UNCHANGED);

  public HeldRules {
    groups = Set.copyOf(groups);
  }

  /** Whether the rule of an id was held against the target, whether it found something or not. */
  public boolean contains(String rule) {
    return groups.contains(rule.substring(0, Math.max(0, rule.indexOf('/'))))
        && !severities.isOff(rule);
  }

  /** How a file is served. */
  HeldRules serving() {
    return with("serving");
  }

  /** What a file says. */
  HeldRules content(Kind kind) {
    return with("json").with(kind == Kind.ASSETLINKS ? "assetlinks" : "aasa");
  }

  /** What a registration says. */
  HeldRules registration() {
    return with("json").with("registration");
  }

  /** Whether a file says what a registration says. */
  HeldRules agreement() {
    return with("agreement");
  }

  /** What a registration says of links, and the apps' own side. */
  HeldRules links() {
    return with("link");
  }

  /** These, without those that are off. */
  HeldRules under(Severities value) {
    return new HeldRules(groups, value);
  }

  private HeldRules with(String group) {
    Set<String> more = new TreeSet<>(groups);
    more.add(group);
    return new HeldRules(more, severities);
  }
}
