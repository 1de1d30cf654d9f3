package dev.wellknown.json;

/** {@code null}. */
public record JsonNull(Pointer pointer, Position position) implements JsonValue {
  @Override
  public String inWords() {
    return "null";
  }
}
