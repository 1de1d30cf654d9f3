package dev.wellknown.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object. Members keep their order, and a name that stands twice is there twice. */
public final class JsonObject implements JsonValue {

  private final Pointer pointer;
  private final Position position;
  private final List<Member> members;
  private final Map<String, JsonValue> byName;

  /** An object at a place. */
  public JsonObject(Pointer pointer, Position position, List<Member> members) {
    this.pointer = pointer;
    this.position = position;
    this.members = List.copyOf(members);
    Map<String, JsonValue> index = new HashMap<>(members.size() * 2);
    members.forEach(member -> index.put(member.name(), member.value()));
    this.byName = index;
  }

  /**
   * A name with its value.
   *
   * @param namePosition where the name stands
   */
  public record Member(String name, Position namePosition, JsonValue value) {}

  @Override
  public Pointer pointer() {
    return pointer;
  }

  @Override
  public Position position() {
    return position;
  }

  /** All members in the order of the text, repeated names included. */
  public List<Member> members() {
    return members;
  }

  /** The value of a name, the last one where it stands twice, as most parsers take it. */
  public @Nullable JsonValue get(String name) {
    return byName.get(name);
  }

  /** Whether the name stands here, with whatever value. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The text under a name; null where it is absent or no text. */
  public @Nullable String text(String name) {
    JsonValue value = get(name);
    return value == null ? null : value.asText();
  }

  /** The object under a name; null where it is absent or no object. */
  public @Nullable JsonObject object(String name) {
    JsonValue value = get(name);
    return value == null ? null : value.asObject();
  }

  /** The array under a name; null where it is absent or no array. */
  public @Nullable JsonArray array(String name) {
    JsonValue value = get(name);
    return value == null ? null : value.asArray();
  }

  @Override
  public String inWords() {
    return "an object";
  }
}
