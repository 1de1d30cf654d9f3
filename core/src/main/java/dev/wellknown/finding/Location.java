package dev.wellknown.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where a finding points. Half a character in a name or a path stands here as U+FFFD.
 *
 * @param uri the file's path as it was given, or a URL
 * @param pointer JSON Pointer (RFC 6901) of the value, or null where there is no value
 * @param line from 1, or null where the place has no line
 * @param column from 1, counted in code points, or null where the place has no column
 */
public record Location(
    String uri, @Nullable String pointer, @Nullable Integer line, @Nullable Integer column) {

  public Location {
    uri = Printable.whole(uri);
    pointer = pointer == null ? null : Printable.whole(pointer);
  }

  /** A place without a position: a whole file or a URL. */
  public static Location of(String uri) {
    return new Location(uri, null, null, null);
  }
}
