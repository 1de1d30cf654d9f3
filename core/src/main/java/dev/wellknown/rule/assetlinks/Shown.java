package dev.wellknown.rule.assetlinks;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Printable;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;

/** A value of any type, as a message shows it. */
final class Shown {

  private Shown() {}

  /** The type, with the value where it is short enough to be read. */
  static String inWords(JsonValue value) {
    String text = value.asText();
    if (text != null) {
      return text.isEmpty() ? "an empty text" : "the text " + quote(text);
    }
    if (value instanceof JsonNumber number) {
      return "the number " + Printable.cut(number.literal());
    }
    if (value instanceof JsonArray list && list.elements().isEmpty()) {
      return "an empty list";
    }
    return value instanceof JsonObject object && object.members().isEmpty()
        ? "an empty object"
        : value.inWords();
  }
}
