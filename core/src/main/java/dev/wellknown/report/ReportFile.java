package dev.wellknown.report;

import dev.wellknown.finding.NearMiss;

/**
 * A report that is written to a file.
 *
 * @param path as given
 */
public record ReportFile(Format format, String path) {

  /**
   * Reads {@code FORMAT=FILE}.
   *
   * @throws IllegalArgumentException where it is not written so, with how it is
   */
  public static ReportFile parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException("write FORMAT=FILE, such as sarif=wellknown.sarif");
    }
    String id = text.substring(0, equals);
    if (!Format.ids().contains(id)) {
      throw new IllegalArgumentException(
          NearMiss.of(id, Format.ids()).map(near -> "did you mean " + near + "? ").orElse("")
              + "known formats are: "
              + String.join(", ", Format.ids()));
    }
    return new ReportFile(Format.of(id), text.substring(equals + 1));
  }
}
