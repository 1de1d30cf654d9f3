package dev.wellknown.match;

import org.jspecify.annotations.Nullable;

/**
 * Why a URL does not open an app: the part that fails in the rule that comes nearest.
 *
 * @param item the name of the query item; null unless one fails
 * @param text what was seen and what was wanted, in words; without the values of the query or the
 *     fragment, which may be secrets
 */
public record AppleMiss(Part part, @Nullable String item, String text) {

  /** What fails. */
  public enum Part {
    /** The URL is none that could open any app. */
    URL,
    /** The file does not name the app. */
    APP,
    /** The app's list has no rule that would open anything. */
    RULES,
    /** The path. */
    PATH,
    /** The query, or an item of it. */
    QUERY,
    /** The fragment. */
    FRAGMENT
  }
}
