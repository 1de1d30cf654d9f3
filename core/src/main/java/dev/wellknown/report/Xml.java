package dev.wellknown.report;

import dev.wellknown.finding.Printable;
import java.util.stream.Collectors;

/**
 * Text in XML 1.0, which has no way at all to say most control characters: they are written out as
 * everywhere else.
 */
final class Xml {

  private Xml() {}

  /** A blank, and an attribute. */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + escape(value) + "\"";
  }

  /** Lines of text between two tags. */
  static String text(String lines) {
    return lines.lines().map(Xml::escape).collect(Collectors.joining("\n"));
  }

  private static String escape(String text) {
    return Printable.escape(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
