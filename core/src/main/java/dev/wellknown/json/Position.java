package dev.wellknown.json;

/**
 * A place in a text.
 *
 * @param line from 1; LF, CR and CRLF end a line
 * @param column from 1, in code points
 */
public record Position(int line, int column) {
  /** The first character. */
  public static final Position START = new Position(1, 1);
}
