package dev.wellknown.registration;

import dev.wellknown.json.Pointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule about which links an app opens, in Apple's pattern language: {@code *} for any text,
 * {@code ?} for one character, {@code $(name)} for a variable.
 *
 * @param path pattern of the whole path, or null for any path
 * @param query pattern of the whole query, or null
 * @param queryItems patterns of single query items by name; empty where {@code query} is used
 * @param fragment pattern of the fragment, or null for any
 * @param exclude whether links that match stay in the browser
 * @param caseSensitive null where nothing was said; readers then take true
 * @param percentEncoded null where nothing was said; readers then take true
 * @param comment for people, or null
 * @param declaredAt where it stands in the registration
 */
public record Link(
    @Nullable String path,
    @Nullable String query,
    Map<String, String> queryItems,
    @Nullable String fragment,
    boolean exclude,
    @Nullable Boolean caseSensitive,
    @Nullable Boolean percentEncoded,
    @Nullable String comment,
    Pointer declaredAt) {

  public Link {
    queryItems = Collections.unmodifiableMap(new LinkedHashMap<>(queryItems));
  }

  /** A link that opens one path. */
  public static Link ofPath(String path, Pointer declaredAt) {
    return new Link(path, null, Map.of(), null, false, null, null, null, declaredAt);
  }
}
