package dev.wellknown.examine;

import dev.wellknown.finding.Finding;
import java.util.Comparator;

/** The order in which findings are told. */
final class Findings {

  /** By place in the text; what concerns the whole comes first. */
  static final Comparator<Finding> BY_PLACE =
      Comparator.<Finding>comparingInt(f -> f.location().line() == null ? 0 : f.location().line())
          .thenComparingInt(f -> f.location().column() == null ? 0 : f.location().column())
          .thenComparing(Finding::severity);

  private Findings() {}
}
