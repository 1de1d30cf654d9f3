package dev.wellknown.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds values from the events of a reader, without recursion. */
final class TreeBuilder {

  /** So many defects of a kind are told; a text may hold half a million. */
  static final int MAX_TOLD = 1_000;

  private final int maxDepth;
  private final List<Defect> defects = new ArrayList<>();
  private final Map<Defect.Kind, Integer> told = new EnumMap<>(Defect.Kind.class);
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable JsonValue root;
  private int values;

  TreeBuilder(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  /** An object or array whose end has not been met. */
  private static final class Open {
    final Pointer pointer;
    final Position position;
    final boolean object;
    final List<JsonObject.Member> members = new ArrayList<>();
    final List<JsonValue> elements = new ArrayList<>();
    final Set<String> names = new HashSet<>();
    String name = "";
    Position namePosition = Position.START;

    Open(Pointer pointer, Position position, boolean object) {
      this.pointer = pointer;
      this.position = position;
      this.object = object;
    }
  }

  List<Defect> defects() {
    return defects;
  }

  /** How many values were met: objects, arrays and what stands in them. */
  int values() {
    return values;
  }

  /** The finished value; null as long as something is open. */
  @Nullable JsonValue root() {
    return root;
  }

  boolean inObject() {
    Open parent = open.peek();
    return parent != null && parent.object;
  }

  /** Where the next value will stand. */
  Pointer next() {
    Open parent = open.peek();
    if (parent == null) {
      return Pointer.ROOT;
    }
    return parent.object
        ? parent.pointer.child(parent.name)
        : parent.pointer.child(parent.elements.size());
  }

  /** Opens an object or array; false where that would be too deep. */
  boolean start(boolean object, Position position) {
    if (open.size() == maxDepth) {
      defects.add(
          new Defect(
              Defect.Kind.TOO_DEEP,
              position,
              next(),
              "more than " + maxDepth + " levels of nesting"));
      return false;
    }
    open.push(new Open(next(), position, object));
    return true;
  }

  void name(String name, Position position) {
    Open object = open.element();
    object.name = name;
    object.namePosition = position;
    checkSurrogates(name, position, object.pointer.child(name));
    if (!object.names.add(name)) {
      tell(new Defect(Defect.Kind.DUPLICATE_MEMBER, position, object.pointer.child(name), name));
    }
  }

  void end() {
    Open done = open.pop();
    add(
        done.object
            ? new JsonObject(done.pointer, done.position, done.members)
            : new JsonArray(done.pointer, done.position, done.elements));
  }

  void text(String value, Position position) {
    Pointer pointer = next();
    checkSurrogates(value, position, pointer);
    add(new JsonString(pointer, position, value));
  }

  void number(String literal, Position position) {
    add(new JsonNumber(next(), position, literal));
  }

  void bool(boolean value, Position position) {
    add(new JsonBoolean(next(), position, value));
  }

  void nil(Position position) {
    add(new JsonNull(next(), position));
  }

  private void add(JsonValue value) {
    values++;
    Open parent = open.peek();
    if (parent == null) {
      root = value;
    } else if (parent.object) {
      parent.members.add(new JsonObject.Member(parent.name, parent.namePosition, value));
    } else {
      parent.elements.add(value);
    }
  }

  /** For defects after which reading goes on. */
  private void tell(Defect defect) {
    if (told.merge(defect.kind(), 1, Integer::sum) <= MAX_TOLD) {
      defects.add(defect);
    }
  }

  private void checkSurrogates(String value, Position position, Pointer pointer) {
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (!Character.isSurrogate(unit)) {
        continue;
      }
      if (Character.isHighSurrogate(unit)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
        continue;
      }
      tell(
          new Defect(
              Defect.Kind.LONE_SURROGATE,
              position,
              pointer,
              String.format("\\u%04x without its other half", (int) unit)));
      return;
    }
  }
}
