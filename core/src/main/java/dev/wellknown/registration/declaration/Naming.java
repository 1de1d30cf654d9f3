package dev.wellknown.registration.declaration;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.json.Document;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.Pointer;

/** Names values as a person would: by their key, or by their place in a list. */
final class Naming {

  private Naming() {}

  static String of(Document document, Pointer pointer) {
    Pointer parent = pointer.parent();
    if (parent == null) {
      return "the registration";
    }
    boolean element = document.nearest(parent).filter(JsonArray.class::isInstance).isPresent();
    return element && pointer.token().matches("[0-9]{1,9}")
        ? "element " + (Integer.parseInt(pointer.token()) + 1) + " of " + of(document, parent)
        : quote(pointer.token());
  }
}
