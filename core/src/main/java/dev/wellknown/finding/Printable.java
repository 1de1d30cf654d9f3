package dev.wellknown.finding;

/**
 * Makes text from outside safe to show. Nothing that moves a cursor, changes a colour, turns the
 * direction of writing or hides from the eye passes: an escape character is written as a backslash,
 * {@code u{1b}}. Nor does the beginning of a command to a CI server, {@code ##}, which some obey
 * anywhere in a line.
 */
public final class Printable {

  private static final int LONGEST = 200;
  private static final int REPLACEMENT = 0xFFFD;
  private static final String CUT_END = " characters in all)";

  /** What a cut adds, at most. */
  private static final int CUT_WIDTH = CUT_END.length() + 13;

  /** What one character may be escaped to, at most. */
  private static final int WIDEST = "\\u{ffff}".length();

  private Printable() {}

  /** The text with everything invisible written out. Escaping twice changes nothing. */
  public static String escape(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain)) && !isCommand(text, plain)) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, plain);
    text.substring(plain)
        .codePoints()
        .forEach(
            point -> {
              if (isVisible(point) && !(point == '#' && endsWithHash(safe))) {
                safe.appendCodePoint(point);
              } else {
                safe.append("\\u{").append(Integer.toHexString(point)).append('}');
              }
            });
    return safe.toString();
  }

  private static boolean isCommand(String text, int at) {
    return text.startsWith("##", at - 1);
  }

  private static boolean endsWithHash(StringBuilder text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == '#';
  }

  /** The text in double quotes, escaped, and cut where it is longer than a line or two. */
  public static String quote(String text) {
    return '"' + escape(cut(text)) + '"';
  }

  /**
   * The text, or its beginning and its length where it is too long to be read. Cutting again what
   * was cut and escaped changes nothing.
   */
  public static String cut(String text) {
    return cut(text, LONGEST);
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest || isCut(text, longest)) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "… (" + text.codePointCount(0, text.length()) + CUT_END;
  }

  private static boolean isCut(String text, int longest) {
    return text.length() <= longest * WIDEST + CUT_WIDTH && text.endsWith(CUT_END);
  }

  /** The text with U+FFFD for each half of a character, which strict readers of JSON refuse. */
  static String whole(String text) {
    return text.codePoints().anyMatch(Printable::isHalf)
        ? text.codePoints()
            .map(point -> isHalf(point) ? REPLACEMENT : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : text;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** Whether a code point can be shown as it is. */
  public static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      // Variation selectors and the like draw nothing themselves.
      case Character.NON_SPACING_MARK -> !isIgnorable(point);
      default -> !isIgnorable(point);
    };
  }

  private static boolean isPlain(char unit) {
    return unit >= ' ' && unit < 0x7F;
  }

  /** Letters by category that nevertheless draw nothing (Unicode: default ignorable). */
  private static boolean isIgnorable(int point) {
    return point == 0x034F
        || point == 0x115F
        || point == 0x1160
        || point == 0x17B4
        || point == 0x17B5
        || point == 0x3164
        || point == 0xFFA0
        || (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0xE0100 && point <= 0xE01EF);
  }
}
