package dev.wellknown.registration.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of {@code redirects}: a URI alone, or an object. */
record DeclaredRedirect(
    @Nullable @Required @RedirectUri @DottedScheme String uri,
    @Nullable @Required(orAbsent = true)
        List<@Nullable @OneOf({"apple", "android"}) String> platforms) {

  /** A URI alone. */
  static DeclaredRedirect of(String uri) {
    return new DeclaredRedirect(uri, null);
  }
}
