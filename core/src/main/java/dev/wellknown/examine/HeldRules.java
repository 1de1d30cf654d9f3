package dev.wellknown.examine;

import dev.wellknown.association.Kind;
import dev.wellknown.finding.RuleInfo;
import dev.wellknown.rule.RuleCatalog;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rules were held against a target, so that a report can tell a pass from a blank. */
final class HeldRules {

  private final Set<String> groups = new HashSet<>();

  /** How a file is served. */
  HeldRules serving() {
    groups.add("serving");
    return this;
  }

  /** What a file says. */
  HeldRules content(Kind kind) {
    groups.add("json");
    groups.add(kind == Kind.ASSETLINKS ? "assetlinks" : "aasa");
    return this;
  }

  /** What a registration says. */
  HeldRules registration() {
    groups.add("json");
    groups.add("registration");
    return this;
  }

  /** Whether a file says what a registration says. */
  HeldRules agreement() {
    groups.add("agreement");
    return this;
  }

  /** Their ids, without those that are off. */
  Set<String> under(Severities severities) {
    return RuleCatalog.all().stream()
        .filter(rule -> groups.contains(rule.group()))
        .map(RuleInfo::id)
        .filter(id -> !severities.isOff(id))
        .collect(Collectors.toUnmodifiableSet());
  }
}
