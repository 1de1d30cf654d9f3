package dev.wellknown.report;

/**
 * A rule's page on a terminal: the Markdown that the pages use, with headings and code set apart.
 * On a pipe the page is shown as it is.
 *
 * @param style how it is drawn
 * @param columns the width that text is broken at; code is never broken
 */
public record PageFormat(Style style, int columns) {

  /** The page, drawn. */
  public String text(String markdown) {
    StringBuilder out = new StringBuilder();
    StringBuilder paragraph = new StringBuilder();
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      boolean prose = !code && !line.startsWith("```") && !line.startsWith("#") && !line.isBlank();
      if (prose && !line.startsWith("- ") && !line.startsWith("|")) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        continue;
      }
      end(paragraph, out);
      if (prose) {
        paragraph.append(line);
      } else if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        out.append("    ").append(style.faint(line)).append('\n');
      } else if (line.startsWith("#")) {
        out.append(style.strong(line.replaceFirst("^#+ *", ""))).append('\n');
      } else {
        out.append('\n');
      }
    }
    end(paragraph, out);
    return out.toString();
  }

  /** Draws a paragraph, broken between words. */
  private void end(StringBuilder paragraph, StringBuilder out) {
    int column = 0;
    StringBuilder text = new StringBuilder();
    for (String word : paragraph.toString().split(" ")) {
      int width = word.replace("`", "").replace("**", "").length();
      if (column > 0 && column + 1 + width > columns) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += width;
    }
    if (!paragraph.isEmpty()) {
      out.append(inline(text.toString())).append('\n');
    }
    paragraph.setLength(0);
  }

  private String inline(String line) {
    StringBuilder out = new StringBuilder();
    String[] parts = line.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      out.append(i % 2 == 1 ? style.strong(parts[i]) : plain(parts[i]));
    }
    return out.toString();
  }

  private static String plain(String text) {
    return text.replace("**", "").replaceAll("\\[([^]]*)]\\(([^)]*)\\)", "$1 ($2)");
  }
}
