package dev.wellknown.registration.declaration;

import dev.wellknown.json.Pointer;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The places about which something was told already: values of a wrong type, values that are not
 * there, and those that a misspelt key was meant to give.
 */
final class Told {

  private final NavigableSet<String> pointers = new TreeSet<>();

  void add(Pointer place) {
    pointers.add(place.toString());
  }

  /** Whether something was told about the value here, or about a part of it. */
  boolean about(Pointer place) {
    String pointer = place.toString();
    if (pointers.contains(pointer)) {
      return true;
    }
    String below = pointers.higher(pointer + "/");
    return below != null && below.startsWith(pointer + "/");
  }

  /** Whether something was told about the value here itself. */
  boolean exactly(Pointer place) {
    return pointers.contains(place.toString());
  }
}
