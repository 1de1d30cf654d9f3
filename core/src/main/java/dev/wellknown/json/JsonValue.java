package dev.wellknown.json;

import org.jspecify.annotations.Nullable;

/** A value of a document, with its place. Written in JSON or in YAML, it is the same value. */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** The way from the root. */
  Pointer pointer();

  /** The first character of the value in its text. */
  Position position();

  /** The type in words, as a message would say it: "a list". */
  String inWords();

  /** The text of a string; null for every other value. */
  default @Nullable String asText() {
    return this instanceof JsonString string ? string.value() : null;
  }

  /** This value as an object; null for every other value. */
  default @Nullable JsonObject asObject() {
    return this instanceof JsonObject object ? object : null;
  }

  /** This value as an array; null for every other value. */
  default @Nullable JsonArray asArray() {
    return this instanceof JsonArray array ? array : null;
  }

  /** This value as compact JSON, for messages. */
  default String toJson() {
    return JsonText.compact(this);
  }
}
