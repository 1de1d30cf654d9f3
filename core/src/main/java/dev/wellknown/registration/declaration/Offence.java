package dev.wellknown.registration.declaration;

import dev.wellknown.json.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * What a constraint has to say about a value.
 *
 * @param below the way from the constrained value to the offending one; the root where it is itself
 * @param message what was seen
 * @param seen the offending value, or null
 * @param expected what would be right, or null
 * @param fix the next step
 */
record Offence(
    Pointer below, String message, @Nullable String seen, @Nullable String expected, String fix) {

  Offence(String message, @Nullable String seen, String fix) {
    this(Pointer.ROOT, message, seen, null, fix);
  }

  Offence expecting(String value) {
    return new Offence(below, message, seen, value, fix);
  }

  Offence at(Pointer pointer) {
    return new Offence(pointer, message, seen, expected, fix);
  }

  /** The same offence of a member of the constrained value. */
  Offence at(String name) {
    return at(Pointer.ROOT.child(name));
  }
}
