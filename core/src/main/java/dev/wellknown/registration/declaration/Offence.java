package dev.wellknown.registration.declaration;

import dev.wellknown.json.Pointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a constraint has to say about a value.
 *
 * @param below the way from the constrained value to the offending one; the root where it is itself
 * @param restsOn places, from the constrained value, at which something is missing that the offence
 *     rests on: where they have a finding of their own, this would tell the same again
 * @param message what was seen; {@link #KEY} stands for the name of the offending value
 * @param seen the offending value, or null
 * @param expected what would be right, or null
 * @param fix the next step
 */
record Offence(
    Pointer below,
    List<Pointer> restsOn,
    String message,
    @Nullable String seen,
    @Nullable String expected,
    String fix) {

  /** Stands for the name of the offending value; no text that anybody writes. */
  static final String KEY = "\uFDD0";

  Offence(String message, @Nullable String seen, String fix) {
    this(Pointer.ROOT, List.of(), message, seen, null, fix);
  }

  Offence expecting(String value) {
    return new Offence(below, restsOn, message, seen, value, fix);
  }

  Offence at(Pointer pointer) {
    return new Offence(pointer, restsOn, message, seen, expected, fix);
  }

  /** The same offence of a member of the constrained value. */
  Offence at(String name) {
    return at(Pointer.ROOT.child(name));
  }

  /** The same offence, which is none where something else is wrong at one of these places. */
  Offence unlessToldOf(List<Pointer> places) {
    return new Offence(below, places, message, seen, expected, fix);
  }

  /** The same offence, which is none where something else is wrong with one of these members. */
  Offence unlessToldOf(String... members) {
    return unlessToldOf(List.of(members).stream().map(Pointer.ROOT::child).toList());
  }
}
