package dev.wellknown.report;

/**
 * A rule's page on a terminal: the Markdown that the pages use, with headings and code set apart.
 * On a pipe the page is shown as it is.
 *
 * @param style how it is drawn
 */
public record PageFormat(Style style) {

  /** The page, drawn. */
  public String text(String markdown) {
    StringBuilder out = new StringBuilder();
    boolean code = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code) {
        out.append("    ").append(style.faint(line)).append('\n');
      } else if (line.startsWith("#")) {
        out.append(style.strong(line.replaceFirst("^#+ *", ""))).append('\n');
      } else {
        out.append(inline(line)).append('\n');
      }
    }
    return out.toString();
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
