package dev.wellknown.report;

import dev.wellknown.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's page, in the blocks of the Markdown that the pages use.
 *
 * @param id the rule
 * @param blocks without the page's own heading
 */
record HtmlRulePage(String id, List<Block> blocks) {

  private static final Pattern INLINE =
      Pattern.compile(
          "`(?<code>[^`]+)`|\\*\\*(?<strong>[^*]+)\\*\\*|\\*(?<em>[^*\\s][^*]*)\\*"
              + "|\\[(?<text>[^]]+)]\\([^)]*\\)|(?<url>https://[^\\s),;]*[^\\s),;.])");
  private static final Pattern ROW_RULE = Pattern.compile("[|\\s:-]+");

  /** What a block is. */
  enum Kind {
    HEADING,
    PARAGRAPH,
    ITEMS,
    CODE,
    TABLE
  }

  /**
   * A block.
   *
   * @param lines one for headings and paragraphs, one for each item or row; of code all in one
   */
  record Block(Kind kind, List<Line> lines) {}

  /** Cells of a table, or one of everything else. */
  record Line(List<List<Span>> cells) {
    List<Span> spans() {
      return cells.get(0);
    }
  }

  /** How a piece of text is set. */
  enum Type {
    TEXT,
    CODE,
    STRONG,
    EM,
    URL
  }

  /** A piece of text. */
  record Span(Type type, String text) {}

  /** The page of a rule of the catalogue. */
  static HtmlRulePage of(String id) {
    return new HtmlRulePage(id, blocks(RuleCatalog.page(id)));
  }

  /** The fragment of its address. */
  String anchor() {
    return "rule-" + id.replace('/', '-');
  }

  static List<Block> blocks(String markdown) {
    List<Block> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    StringBuilder code = null;
    for (String line : (markdown + "\n\n").lines().toList()) {
      if (line.startsWith("```")) {
        if (code == null) {
          end(open, blocks);
          code = new StringBuilder();
        } else {
          blocks.add(new Block(Kind.CODE, List.of(raw(code.toString()))));
          code = null;
        }
      } else if (code != null && line.endsWith("```")) {
        // The example ends without a line end, and so does its block.
        code.append(line, 0, line.length() - 3);
        blocks.add(new Block(Kind.CODE, List.of(raw(code.toString()))));
        code = null;
      } else if (code != null) {
        code.append(line).append('\n');
      } else if (line.isBlank()) {
        end(open, blocks);
      } else if (line.startsWith("## ")) {
        end(open, blocks);
        blocks.add(new Block(Kind.HEADING, List.of(line(line.substring(3)))));
      } else if (!line.startsWith("# ")) {
        if (!open.isEmpty() && line.startsWith("- ") && !open.get(0).startsWith("- ")) {
          end(open, blocks);
        }
        open.add(line);
      }
    }
    end(open, blocks);
    return blocks;
  }

  private static void end(List<String> open, List<Block> blocks) {
    if (open.isEmpty()) {
      return;
    }
    if (open.get(0).startsWith("|")) {
      blocks.add(
          new Block(
              Kind.TABLE,
              open.stream()
                  .filter(row -> !ROW_RULE.matcher(row).matches())
                  .map(HtmlRulePage::row)
                  .toList()));
    } else if (open.get(0).startsWith("- ")) {
      List<String> items = new ArrayList<>();
      for (String line : open) {
        if (line.startsWith("- ")) {
          items.add(line.substring(2));
        } else {
          items.set(items.size() - 1, items.get(items.size() - 1) + " " + line.strip());
        }
      }
      blocks.add(new Block(Kind.ITEMS, items.stream().map(HtmlRulePage::line).toList()));
    } else {
      String paragraph = String.join(" ", open.stream().map(String::strip).toList());
      blocks.add(new Block(Kind.PARAGRAPH, List.of(line(paragraph))));
    }
    open.clear();
  }

  private static Line row(String row) {
    String inner = row.strip().replaceAll("^\\||\\|$", "");
    return new Line(
        Arrays.stream(inner.split("\\|", -1)).map(cell -> spans(cell.strip())).toList());
  }

  private static Line line(String text) {
    return new Line(List.of(spans(text)));
  }

  private static Line raw(String text) {
    return new Line(List.of(List.of(new Span(Type.TEXT, text))));
  }

  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = INLINE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (matcher.start() > end) {
        spans.add(new Span(Type.TEXT, text.substring(end, matcher.start())));
      }
      spans.add(span(matcher));
      end = matcher.end();
    }
    if (end < text.length()) {
      spans.add(new Span(Type.TEXT, text.substring(end)));
    }
    return spans;
  }

  private static Span span(Matcher matcher) {
    if (matcher.group("code") != null) {
      return new Span(Type.CODE, matcher.group("code"));
    }
    if (matcher.group("strong") != null) {
      return new Span(Type.STRONG, matcher.group("strong"));
    }
    if (matcher.group("em") != null) {
      return new Span(Type.EM, matcher.group("em"));
    }
    return matcher.group("url") != null
        ? new Span(Type.URL, matcher.group("url"))
        : new Span(Type.TEXT, matcher.group("text"));
  }
}
