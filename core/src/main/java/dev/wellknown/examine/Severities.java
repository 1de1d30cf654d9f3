package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much each rule counts, where that was changed.
 *
 * @param changed rule id to severity; empty where the rule is off
 */
public record Severities(Map<String, Optional<Severity>> changed) {

  /** Every rule counts as it is. */
  public static final Severities UNCHANGED = new Severities(Map.of());

  public Severities {
    changed = Map.copyOf(changed);
  }

  /** The severities of a registration's {@code rules}; words that are none are passed over. */
  static Severities of(Map<String, String> words) {
    Map<String, Optional<Severity>> changed = new HashMap<>();
    words.forEach(
        (rule, word) -> {
          switch (word) {
            case "off" -> changed.put(rule, Optional.empty());
            case "note", "warning", "error" ->
                changed.put(rule, Optional.of(Severity.valueOf(word.toUpperCase(Locale.ROOT))));
            default -> {}
          }
        });
    return new Severities(changed);
  }

  /** Whether the rule of an id is off. */
  boolean isOff(String rule) {
    return changed.getOrDefault(rule, Optional.of(Severity.NOTE)).isEmpty();
  }

  /** The same, with further rules off. */
  public Severities ignoring(Set<String> rules) {
    Map<String, Optional<Severity>> more = new HashMap<>(changed);
    rules.forEach(rule -> more.put(rule, Optional.empty()));
    return new Severities(more);
  }

  /** The findings that are left, each as it counts. What they break stays what it is. */
  public List<Finding> apply(List<Finding> findings) {
    List<Finding> left = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Severity> severity =
          changed.getOrDefault(finding.rule().id(), Optional.of(finding.severity()));
      severity.map(finding::withSeverity).ifPresent(left::add);
    }
    return left;
  }
}
