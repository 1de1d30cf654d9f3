package dev.wellknown.association;

import dev.wellknown.json.Pointer;
import java.util.Map;

/**
 * One of the two files as it is to be published.
 *
 * @param bytes its content
 * @param origins for places in the file (JSON Pointers as texts) the place in the registration from
 *     which they follow
 */
public record Publication(Kind kind, byte[] bytes, Map<String, Pointer> origins) {

  public Publication {
    bytes = bytes.clone();
    origins = Map.copyOf(origins);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The place in the registration from which a place in the file follows. */
  public Pointer origin(String pointer) {
    String at = pointer;
    while (true) {
      Pointer origin = origins.get(at);
      if (origin != null) {
        return origin;
      }
      if (at.isEmpty()) {
        return Pointer.ROOT;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
  }
}
