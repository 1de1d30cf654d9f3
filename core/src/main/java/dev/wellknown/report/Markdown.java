package dev.wellknown.report;

import dev.wellknown.finding.Printable;
import java.util.regex.Pattern;

/**
 * A text in GitHub's Markdown that grows. What comes from outside is shown letter by letter: it
 * makes no markup, no link, mention or reference, and no further line.
 */
final class Markdown {

  /** Draws nothing, and keeps GitHub from seeing a name, a number or an address. */
  private static final String BREAK = "&#8203;";

  private static final String MARKUP = "\\`*_[]|~$";

  /** What makes a list, a heading or a table at the beginning of a line. */
  private static final Pattern BLOCK = Pattern.compile("[-+=:]|[0-9]+[.)]");

  private final StringBuilder out = new StringBuilder();

  void add(String markdown) {
    out.append(markdown);
  }

  int length() {
    return out.length();
  }

  String text() {
    return out.toString();
  }

  /** Text between other text. */
  static String prose(String text) {
    StringBuilder safe = new StringBuilder();
    String shown = Printable.escape(text);
    safe.append(BLOCK.matcher(shown).lookingAt() ? BREAK : "");
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '@', '#' -> safe.append('\\').append(c).append(BREAK);
        case ':' -> safe.append(':').append(shown.startsWith("//", i + 1) ? BREAK : "");
        case '.' -> safe.append(isWww(shown, i) ? BREAK + "." : ".");
        default -> safe.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return safe.toString();
  }

  private static boolean isWww(String text, int dot) {
    return text.regionMatches(true, dot - 3, "www", 0, 3);
  }

  /** A cell of a table, where a bar ends even what looks like code. */
  static String cell(String text) {
    return text.contains("|") ? prose(Printable.cut(text)) : code(text);
  }

  /** Text in which nothing has a meaning, outside of tables. */
  static String code(String text) {
    String shown = Printable.escape(Printable.cut(text));
    int longest = 0;
    int run = 0;
    for (char c : shown.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    boolean edges = shown.startsWith("`") || shown.endsWith("`") || shown.isBlank();
    String pad = edges ? " " : "";
    return fence + pad + shown + pad + fence;
  }
}
