package dev.wellknown.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A header field as the server sent it; not safe to print.
 *
 * @param name in the server's own case
 * @param value without the blanks around it, one character per byte (ISO 8859-1), so that no byte
 *     is lost
 */
public record Header(String name, String value) {

  /** The value as UTF-8, or, where it is not that, as ISO 8859-1. */
  public String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }
}
