package dev.wellknown.json;

/** Turns offsets of one text into positions. Fast for offsets that ascend, as a parser's do. */
public final class Lines {

  private final String text;
  private int offset;
  private int line = 1;
  private int column = 1;

  /** For the offsets of one text, which begins at line 1, column 1. */
  public Lines(String text) {
    this.text = text;
  }

  /** The place of an offset in UTF-16 units; the end of the text for offsets behind it. */
  public Position at(int target) {
    if (target < offset) {
      offset = 0;
      line = 1;
      column = 1;
    }
    int end = Math.min(target, text.length());
    while (offset < end) {
      char unit = text.charAt(offset++);
      if (unit == '\n' || (unit == '\r' && !startsWithLf(offset))) {
        line++;
        column = 1;
      } else if (!(Character.isHighSurrogate(unit) && startsWithLowSurrogate(offset))) {
        column++;
      }
    }
    return new Position(line, column);
  }

  private boolean startsWithLf(int at) {
    return at < text.length() && text.charAt(at) == '\n';
  }

  private boolean startsWithLowSurrogate(int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }
}
