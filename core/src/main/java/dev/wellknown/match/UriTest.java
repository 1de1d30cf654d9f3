package dev.wellknown.match;

import dev.wellknown.app.UriPart;
import dev.wellknown.app.UriPattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a manifest, ready to use.
 *
 * @param written as it stands there
 * @param pattern null where only a build fills it in, or Android refuses it: nothing matches then
 */
record UriTest(UriPattern written, @Nullable AndroidPattern pattern) {

  static UriTest of(UriPattern written) {
    if (!written.pattern().isResolved()) {
      return new UriTest(written, null);
    }
    try {
      return new UriTest(written, AndroidPattern.of(written.kind(), written.pattern().text()));
    } catch (IllegalArgumentException e) {
      return new UriTest(written, null);
    }
  }

  boolean matches(AndroidUrl url) {
    if (pattern == null) {
      return false;
    }
    return switch (written.part()) {
      case PATH -> pattern.matches(url.path());
      case FRAGMENT -> pattern.matches(url.fragment());
      case QUERY -> url.query() != null && url.query().stream().anyMatch(pattern::matches);
    };
  }

  /** That it does not match, in words; of the query and the fragment nothing is told. */
  String failed() {
    return written.part() == UriPart.QUERY
        ? "no parameter of the query matches " + written.inWords()
        : "the " + written.part().attribute() + " does not match " + written.inWords();
  }
}
