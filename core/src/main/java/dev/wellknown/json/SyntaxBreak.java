package dev.wellknown.json;

import dev.wellknown.finding.Printable;
import java.util.regex.Pattern;

/**
 * Says in words what stands where the JSON grammar breaks.
 *
 * @param quoting whether the text may be quoted; in a confidential one, single characters are all
 *     that is shown
 */
record SyntaxBreak(String text, boolean quoting) {

  private static final int EXCERPT = 24;
  private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F][0-9a-fA-F]{2}");

  /** The break at an offset, as "a comma before ]" would be: what a person has to look for. */
  String describe(int offset) {
    if (offset >= text.length()) {
      return "the end of the text, before its brackets and quotes are closed";
    }
    char here = text.charAt(offset);
    char before = lastBefore(offset);
    if ((here == ']' || here == '}') && before == ',') {
      return "a comma before " + Printable.quote(String.valueOf(here)) + ", which JSON forbids";
    }
    if (here == ',' && (before == ',' || before == '[' || before == '{')) {
      return "a comma with nothing in front of it";
    }
    if (here == '/' || here == '#') {
      return "a comment (" + excerpt(offset) + "), which JSON does not know";
    }
    if (here == '\'' || before == '\'') {
      return "single quotes, where JSON wants double quotes";
    }
    if (isCurlyQuote(here)) {
      return "a typographic quote ("
          + Printable.quote(String.valueOf(here))
          + "), where JSON wants \"";
    }
    if (here < ' ' && here != '\t' && here != '\n' && here != '\r') {
      return "a control character (" + Printable.escape(String.valueOf(here)) + ")";
    }
    if (here < ' ') {
      return "a line break or tab inside a text, which JSON wants as \\n or \\t";
    }
    String escape = text.substring(Math.max(0, offset - 6), offset);
    if (SURROGATE.matcher(escape).matches()) {
      return "half of a character (" + escape + ") in a name";
    }
    if (here == '"' && (before == '"' || before == '}' || before == ']' || isLiteral(before))) {
      return "no comma between two values, before " + excerpt(offset);
    }
    return excerpt(offset) + ", which cannot stand there";
  }

  /** The beginning of the text at an offset, quoted where that is allowed. */
  String excerpt(int offset) {
    if (!quoting) {
      char here = text.charAt(offset);
      return Character.isLetterOrDigit(here) || Character.isSurrogate(here)
          ? "a word"
          : Printable.quote(String.valueOf(here));
    }
    int end = offset;
    while (end < text.length()
        && end - offset < EXCERPT
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r') {
      end++;
    }
    return Printable.quote(
        text.substring(offset, Math.max(end, Math.min(offset + 1, text.length()))));
  }

  /** The first offset from {@code from} that is no JSON white space. */
  static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private char lastBefore(int offset) {
    int at = offset - 1;
    while (at >= 0 && isBlank(text.charAt(at))) {
      at--;
    }
    return at < 0 ? ' ' : text.charAt(at);
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
  }

  private static boolean isLiteral(char unit) {
    return (unit >= '0' && unit <= '9') || unit == 'e' || unit == 'l';
  }

  private static boolean isCurlyQuote(char unit) {
    return "\u201c\u201d\u201e\u201f\u2018\u2019\u00ab\u00bb".indexOf(unit) >= 0;
  }
}
