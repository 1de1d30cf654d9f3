package dev.wellknown.app;

import dev.wellknown.json.Position;
import java.util.List;

/**
 * A {@code uri-relative-filter-group}, read from API 35 on
 * (https://developer.android.com/guide/topics/manifest/uri-relative-filter-group-element).
 *
 * @param allow false where what matches stays out of the app
 * @param patterns all of which must match; a group without any never matches
 * @param position the element's tag
 */
public record UriGroup(boolean allow, List<UriPattern> patterns, Position position) {

  /** The first API level that reads groups. */
  public static final int SINCE_API = 35;

  public UriGroup {
    patterns = List.copyOf(patterns);
  }
}
