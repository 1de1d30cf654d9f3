package dev.wellknown.match;

import dev.wellknown.json.Position;

/**
 * What an intent filter says to a URL.
 *
 * @param kind the answer
 * @param part the part that decided: of a miss, the first that failed
 * @param reason what was compared, as the end of a sentence; nothing of the URL's query or fragment
 *     is quoted in it
 * @param position what decided, in the manifest
 */
public record FilterOutcome(Kind kind, Part part, String reason, Position position) {

  /** The answers. */
  public enum Kind {
    /** It takes the URL. */
    MATCH,
    /** A group with {@code android:allow="false"} keeps it out. */
    BLOCKED,
    /** A value that only a build fills in decides. */
    UNRESOLVED,
    /** It does not. */
    MISS
  }

  /** The parts of a filter, in the order in which they are looked at. */
  public enum Part {
    /** There is no filter at all. */
    ACTIVITY,
    /** A media type, which links do not have. */
    TYPE,
    /** The scheme. */
    SCHEME,
    /** The host. */
    HOST,
    /** The port. */
    PORT,
    /** The paths. */
    PATH,
    /** The groups of path, query and fragment. */
    GROUP,
    /** All that looks at the URL agreed; activity, action or category may still be amiss. */
    NONE
  }
}
