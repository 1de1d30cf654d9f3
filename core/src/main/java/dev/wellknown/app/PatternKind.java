package dev.wellknown.app;

/** How Android reads a pattern (PatternMatcher). */
public enum PatternKind {
  /** The whole text: {@code path}. */
  LITERAL("", 1),
  /** Its beginning: {@code pathPrefix}. */
  PREFIX("Prefix", 1),
  /** Its end: {@code pathSuffix}. */
  SUFFIX("Suffix", 31),
  /** A simple glob: {@code pathPattern}. */
  SIMPLE_GLOB("Pattern", 1),
  /** An advanced glob: {@code pathAdvancedPattern}. */
  ADVANCED_GLOB("AdvancedPattern", 31);

  private final String suffix;
  private final int sinceApi;

  PatternKind(String suffix, int sinceApi) {
    this.suffix = suffix;
    this.sinceApi = sinceApi;
  }

  /** The attribute with a pattern of this kind for a part, for instance {@code pathPrefix}. */
  public String attribute(UriPart part) {
    return part.attribute() + suffix;
  }

  /** The first API level that reads it; earlier ones pass over the attribute. */
  public int sinceApi() {
    return sinceApi;
  }
}
