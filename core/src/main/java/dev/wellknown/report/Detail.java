package dev.wellknown.report;

/** How much a text report tells. */
public enum Detail {
  /** Errors alone, and nothing where there are none. */
  QUIET,
  /** What a person needs to mend things. */
  NORMAL,
  /** Also pointers, values seen and expected, and how it is known. */
  VERBOSE
}
