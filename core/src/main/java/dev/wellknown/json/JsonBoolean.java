package dev.wellknown.json;

/** {@code true} or {@code false}. */
public record JsonBoolean(Pointer pointer, Position position, boolean value) implements JsonValue {
  @Override
  public String inWords() {
    return value ? "true" : "false";
  }
}
