package dev.wellknown.json;

/** A text, with its escapes resolved. */
public record JsonString(Pointer pointer, Position position, String value) implements JsonValue {
  @Override
  public String inWords() {
    return "text";
  }
}
