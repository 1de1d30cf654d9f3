package dev.wellknown.json;

import org.jspecify.annotations.Nullable;

/**
 * A JSON Pointer (RFC 6901): the way from the root of a document to a value.
 *
 * @param parent null for the root
 * @param token the last step, unescaped; empty for the root
 */
public record Pointer(@Nullable Pointer parent, String token) {

  /** The whole document. */
  public static final Pointer ROOT = new Pointer(null, "");

  /** The pointer of a member of the object here. */
  public Pointer child(String name) {
    return new Pointer(this, name);
  }

  /** The pointer of an element of the array here, counted from 0. */
  public Pointer child(int index) {
    return new Pointer(this, Integer.toString(index));
  }

  /**
   * This pointer, or the nearest one above whose text has at most about {@code length} characters:
   * a name may be megabytes long, and many findings may stand below it.
   */
  Pointer within(int length) {
    int over = -length;
    for (Pointer at = this; at != null; at = at.parent) {
      over += at.token.length() + 1;
    }
    Pointer near = this;
    while (over > 0 && near.parent != null) {
      over -= near.token.length() + 1;
      near = near.parent;
    }
    return near;
  }

  /** Whether {@code other} is this place or lies below it. */
  public boolean covers(Pointer other) {
    for (Pointer at = other; at != null; at = at.parent) {
      if (at.equals(this)) {
        return true;
      }
    }
    return false;
  }

  // Written out: those of a record are linked at run time, which costs every start, and would
  // recurse.

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Pointer that)) {
      return false;
    }
    Pointer one = this;
    Pointer two = that;
    while (one != two) {
      if (one == null || two == null || !one.token.equals(two.token)) {
        return false;
      }
      one = one.parent;
      two = two.parent;
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (Pointer at = this; at != null; at = at.parent) {
      hash = 31 * hash + at.token.hashCode();
    }
    return hash;
  }

  /** The RFC 6901 text, empty for the root. */
  @Override
  public String toString() {
    return parent == null ? "" : parent + "/" + token.replace("~", "~0").replace("/", "~1");
  }
}
