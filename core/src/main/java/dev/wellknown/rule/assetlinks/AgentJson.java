package dev.wellknown.rule.assetlinks;

import dev.wellknown.finding.Reader;
import dev.wellknown.json.JsonArray;
import dev.wellknown.json.JsonBoolean;
import dev.wellknown.json.JsonNull;
import dev.wellknown.json.JsonNumber;
import dev.wellknown.json.JsonObject;
import dev.wellknown.json.JsonValue;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values Android's own agents cannot take in. Their JsonParser (packages/StatementService in
 * https://android.googlesource.com/platform/frameworks/base) knows texts, objects and lists, since
 * Android 15 also {@code true} and {@code false} outside of lists; before, lists held texts only
 * (and numbers, read as texts). Anything else is an exception that costs the whole file.
 */
final class AgentJson {

  private AgentJson() {}

  /** The agents, in their newest versions, that lose the file by this value of a member. */
  static Set<Reader> lostBy(@Nullable JsonValue value) {
    EnumSet<Reader> readers = EnumSet.noneOf(Reader.class);
    if (value != null && firstUnknown(value) != null) {
      readers.add(Reader.ANDROID_12);
    }
    if (value != null && !isReadableBefore15(value)) {
      readers.add(Reader.ANDROID_LEGACY);
    }
    return readers;
  }

  /** The first part of a member's value that no version takes in; null where there is none. */
  static @Nullable JsonValue firstUnknown(JsonValue value) {
    return firstUnknown(value, false);
  }

  private static @Nullable JsonValue firstUnknown(JsonValue value, boolean inList) {
    if (value instanceof JsonNumber
        || value instanceof JsonNull
        || (inList && value instanceof JsonBoolean)) {
      return value;
    }
    if (value instanceof JsonArray list) {
      for (JsonValue element : list.elements()) {
        JsonValue unknown = firstUnknown(element, true);
        if (unknown != null) {
          return unknown;
        }
      }
    }
    if (value instanceof JsonObject object) {
      for (JsonObject.Member member : object.members()) {
        JsonValue unknown = firstUnknown(member.value(), false);
        if (unknown != null) {
          return unknown;
        }
      }
    }
    return null;
  }

  /** Whether the reader of Android 6 to 14 takes the value of a member in. */
  static boolean isReadableBefore15(JsonValue value) {
    return firstUnreadBefore15(value) == null;
  }

  /** The first part of a member's value that costs the file up to Android 14; null for none. */
  static @Nullable JsonValue firstUnreadBefore15(JsonValue value) {
    if (value instanceof JsonArray list) {
      return list.elements().stream()
          .filter(element -> element.asText() == null && !(element instanceof JsonNumber))
          .findFirst()
          .orElse(null);
    }
    if (value instanceof JsonObject object) {
      for (JsonObject.Member member : object.members()) {
        JsonValue unread = firstUnreadBefore15(member.value());
        if (unread != null) {
          return unread;
        }
      }
      return null;
    }
    return value.asText() == null ? value : null;
  }
}
