package dev.wellknown.report;

import dev.wellknown.finding.Printable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Text for a page, before the template engine escapes what is markup: nothing invisible, and never
 * endless.
 */
final class HtmlText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private HtmlText() {}

  /** A text from outside, cut where it is longer than a line or two. */
  static String safe(String text) {
    return Printable.escape(Printable.cut(text));
  }

  /** A time, to the minute. */
  static String time(Instant instant) {
    return MINUTE.format(instant);
  }

  /** An enum constant as a word. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A number of things. */
  static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
