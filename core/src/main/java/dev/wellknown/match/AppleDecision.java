package dev.wellknown.match;

import dev.wellknown.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about one URL and one app, without the reasons.
 *
 * @param verdict whether the app opens
 * @param rule what decides: a rule, or what opens every URL (an entry without rules, an app id in
 *     {@code apps}); null where nothing matches
 */
public record AppleDecision(AppleVerdict verdict, @Nullable JsonValue rule) {

  /** Nothing matches. */
  static final AppleDecision NO_MATCH = new AppleDecision(AppleVerdict.NO_MATCH, null);
}
