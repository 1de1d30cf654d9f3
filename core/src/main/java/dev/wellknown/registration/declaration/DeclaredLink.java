package dev.wellknown.registration.declaration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of {@code links}: a path alone, or an object. */
@LinkPatterns
record DeclaredLink(
    @Nullable String path,
    @Nullable DeclaredQuery query,
    @Nullable String fragment,
    @Nullable Boolean exclude,
    @Nullable Boolean caseSensitive,
    @Nullable Boolean percentEncoded,
    @Nullable String comment) {

  /** A path alone. */
  static DeclaredLink of(String path) {
    return new DeclaredLink(path, null, null, null, null, null, null);
  }

  /** The pattern of a query: one text, or a text for each item. */
  record DeclaredQuery(@Nullable String text, @Nullable Map<String, @Nullable String> items) {
    static DeclaredQuery of(String text) {
      return new DeclaredQuery(text, null);
    }

    static DeclaredQuery of(Map<String, @Nullable String> items) {
      return new DeclaredQuery(null, items);
    }
  }
}
