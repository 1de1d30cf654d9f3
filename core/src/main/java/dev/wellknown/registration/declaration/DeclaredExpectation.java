package dev.wellknown.registration.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of {@code expect}. */
record DeclaredExpectation(
    @Nullable @Required @HttpsAddress(ofPage = true) String url,
    @Nullable @Required DeclaredOpens opens) {

  /** {@code none}, {@code all}, or names of apps. */
  record DeclaredOpens(@Nullable String word, @Nullable List<@Nullable String> apps) {
    static DeclaredOpens of(String word) {
      return new DeclaredOpens(word, null);
    }

    static DeclaredOpens of(List<@Nullable String> apps) {
      return new DeclaredOpens(null, apps);
    }
  }
}
