package dev.wellknown.match;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How Apple's systems see the text of a URL before a pattern is laid on it.
 *
 * <p>Parts of a URL are not copied: they are a text with a range. A path has an end of its own,
 * which may lie one behind the range: there a slash is taken to stand.
 */
final class AppleText {

  /** Letters whose simple case mapping in Java is not their case folding in Unicode. */
  private static final int CAPITAL_I_WITH_DOT = 0x130;

  private static final int DOTLESS_I = 0x131;

  private AppleText() {}

  /**
   * The URL as platforms hand it on: what cannot stand in a URL (blanks, control characters and all
   * that is not ASCII) as percent-escaped UTF-8. The same text where there is nothing to escape.
   */
  static String handedOn(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (isForeign(url.charAt(i))) {
        return escaped(url);
      }
    }
    return url;
  }

  private static boolean isForeign(char unit) {
    return unit <= ' ' || unit >= 0x7F;
  }

  private static String escaped(String url) {
    StringBuilder text = new StringBuilder(url.length() + 32);
    for (byte each : url.getBytes(StandardCharsets.UTF_8)) {
      if (isForeign((char) (each & 0xFF))) {
        text.append(String.format(Locale.ROOT, "%%%02X", each & 0xFF));
      } else {
        text.append((char) each);
      }
    }
    return text.toString();
  }

  /** Whether a part holds anything to decode. */
  static boolean hasEscapes(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '%') {
        return true;
      }
    }
    return false;
  }

  /**
   * A part with its percent-escapes resolved; as it is where an escape is incomplete, or where the
   * bytes are no UTF-8. A plus sign stays one.
   */
  static String decoded(String text, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate((to - from) * 3);
    for (int i = from; i < to; i++) {
      char unit = text.charAt(i);
      if (unit != '%') {
        bytes.put((byte) unit);
        continue;
      }
      int high = i + 2 < to ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < to ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return text.substring(from, to);
      }
      bytes.put((byte) (high * 16 + low));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      return text.substring(from, to);
    }
  }

  /** Whether a path has runs that are taken as one character. */
  static boolean hasRuns(String text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      char unit = text.charAt(i);
      if ((unit == '/' || unit == '*') && text.charAt(i - 1) == unit) {
        return true;
      }
    }
    return false;
  }

  /** The text with every run of slashes, and of stars, as one. */
  static String withoutRuns(String text) {
    StringBuilder single = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if ((unit != '/' && unit != '*') || i == 0 || text.charAt(i - 1) != unit) {
        single.append(unit);
      }
    }
    return single.toString();
  }

  /** The end of a path without runs: one behind it where a slash is to be taken as there. */
  static int pathEnd(String text, int from, int to) {
    return to > from && (text.charAt(to - 1) == '/' || text.charAt(to - 1) == '*') ? to : to + 1;
  }

  /**
   * A path pattern in the form in which it is compared; the path of a URL passes the same mill, so
   * that {@code /buy}, {@code /buy/} and {@code buy} are one.
   */
  static String normalised(String path) {
    if (path.isEmpty()) {
      return "/";
    }
    if (path.length() == 1) {
      return path;
    }
    String single = withoutRuns(path);
    if (single.equals("*")) {
      // Two stars or more are reported to miss the root, unlike one.
      return "/*/";
    }
    String start = single.startsWith("*") || single.startsWith("/") ? "" : "/";
    String end = single.endsWith("*") || single.endsWith("/") ? "" : "/";
    return start + single + end;
  }

  /** The UTF-16 unit at a place of a part, with the slash that is taken to stand behind it. */
  static char unit(String text, int at, int to) {
    return at < to ? text.charAt(at) : '/';
  }

  /** The code point at a place of a part. */
  static int point(String text, int at, int to) {
    char unit = unit(text, at, to);
    return Character.isHighSurrogate(unit) && at + 1 < to ? text.codePointAt(at) : unit;
  }

  /** A code point without regard to letter case. */
  static int fold(int point) {
    if (point < 0x80) {
      return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
    }
    return point == CAPITAL_I_WITH_DOT || point == DOTLESS_I
        ? point
        : Character.toLowerCase(Character.toUpperCase(point));
  }
}
