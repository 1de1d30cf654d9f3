package dev.wellknown.json;

/** A number as it was written: never rounded, never too large to keep. */
public record JsonNumber(Pointer pointer, Position position, String literal) implements JsonValue {
  @Override
  public String inWords() {
    return "a number";
  }
}
