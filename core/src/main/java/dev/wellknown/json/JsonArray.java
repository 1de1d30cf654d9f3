package dev.wellknown.json;

import java.util.List;

/** A list of values. */
public record JsonArray(Pointer pointer, Position position, List<JsonValue> elements)
    implements JsonValue {

  public JsonArray {
    elements = List.copyOf(elements);
  }

  @Override
  public String inWords() {
    return "a list";
  }
}
