package dev.wellknown.app;

import dev.wellknown.finding.Printable;
import dev.wellknown.json.Position;

/**
 * A pattern in a {@code data} element.
 *
 * @param part what it looks at
 * @param kind how it is read
 * @param pattern its text
 * @param position the element's tag
 */
public record UriPattern(UriPart part, PatternKind kind, ManifestValue pattern, Position position) {

  /** As it stands in the manifest, for messages: {@code android:pathPrefix="/shop"}. */
  public String inWords() {
    return "android:" + kind.attribute(part) + "=" + Printable.quote(pattern.written());
  }
}
