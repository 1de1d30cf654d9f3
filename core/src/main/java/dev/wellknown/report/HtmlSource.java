package dev.wellknown.report;

import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import dev.wellknown.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file with its lines numbered and those marked that findings point at. Of a long
 * file its beginning and the marked lines are shown, of a long line the part that is meant.
 */
record HtmlSource(List<Line> lines) {

  /** So many lines of a file are shown, the marked ones before the others. */
  private static final int MOST_LINES = 240;

  /** So many lines around a marked one are shown. */
  private static final int AROUND = 4;

  /** So many characters of a line are shown. */
  private static final int LONGEST = 240;

  /** As many as are before the marked place in a line that is cut. */
  private static final int BEFORE = 60;

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.){0,400}\"?|[{\\[]|[^\\s,:\\]}]+");
  private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

  HtmlSource {
    lines = List.copyOf(lines);
  }

  /**
   * A line, or several that are left out.
   *
   * @param number from 1; of lines that are left out, the first one's
   * @param skipped how many lines are left out here; 0 for a line that is shown
   * @param before what stands before the offending value
   * @param value the offending value; empty where there is none
   * @param after the rest
   * @param marks the findings about it
   */
  record Line(
      int number, int skipped, String before, String value, String after, List<Finding> marks) {

    /** The worst finding's severity, as a class of the style sheet; empty where there is none. */
    String mark() {
      return marks.stream()
          .map(Finding::severity)
          .min(Comparator.naturalOrder())
          .map(Severity::id)
          .orElse("");
    }
  }

  /** The text, with the findings that point into it. */
  static HtmlSource of(String text, List<Finding> findings) {
    Map<Integer, List<Finding>> marks = new TreeMap<>();
    for (Finding finding : findings) {
      Integer line = finding.location().line();
      if (line != null) {
        marks.computeIfAbsent(line, key -> new ArrayList<>()).add(finding);
      }
    }
    boolean marked = text.startsWith("\uFEFF");
    String[] all = LINE_END.split(marked ? text.substring(1) : text, -1);
    int count = all.length > 1 && all[all.length - 1].isEmpty() ? all.length - 1 : all.length;
    boolean[] shown = shown(count, marks);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (shown[i]) {
        lines.add(line(i + 1, all[i], marks.getOrDefault(i + 1, List.of())));
        continue;
      }
      int first = i;
      while (i + 1 < count && !shown[i + 1]) {
        i++;
      }
      lines.add(new Line(first + 1, i - first + 1, "", "", "", List.of()));
    }
    return new HtmlSource(lines);
  }

  private static boolean[] shown(int count, Map<Integer, List<Finding>> marks) {
    boolean[] shown = new boolean[count];
    int left = MOST_LINES;
    for (int line : marks.keySet()) {
      for (int i = Math.max(1, line - AROUND); i <= Math.min(count, line + AROUND); i++) {
        if (left > 0 && !shown[i - 1]) {
          shown[i - 1] = true;
          left--;
        }
      }
    }
    // A file of which all but a few lines could be shown is shown whole.
    int beginning = marks.isEmpty() || count <= MOST_LINES ? left : left / 4;
    for (int i = 0; i < count && beginning > 0; i++) {
      if (!shown[i]) {
        shown[i] = true;
        beginning--;
      }
    }
    return shown;
  }

  private static Line line(int number, String text, List<Finding> marks) {
    int at = column(text, marks);
    int from = at > LONGEST - BEFORE ? at - BEFORE : 0;
    Matcher token = TOKEN.matcher(text).region(Math.max(at, 0), text.length());
    int end = at >= 0 && token.lookingAt() ? token.end() : Math.max(at, 0);
    int to = Math.min(text.length(), Math.max(from + LONGEST, Math.min(end, from + 2 * LONGEST)));
    end = Math.min(end, to);
    int start = Math.max(at, 0);
    return new Line(
        number,
        0,
        (from > 0 ? "… " : "") + safe(text.substring(whole(text, from), start)),
        safe(text.substring(start, whole(text, end))),
        safe(text.substring(whole(text, end), whole(text, to))) + (to < text.length() ? " …" : ""),
        marks);
  }

  /** The first finding's place in a line, in UTF-16 units; -1 where none has a place in it. */
  private static int column(String text, List<Finding> marks) {
    for (Finding finding : marks) {
      Location location = finding.location();
      if (location.column() != null) {
        int points = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.min(location.column() - 1, points));
      }
    }
    return -1;
  }

  /** Never between the halves of a character. */
  private static int whole(String text, int at) {
    boolean between =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return between ? at - 1 : at;
  }

  private static String safe(String text) {
    int tabs = 0;
    while (tabs < text.length() && text.charAt(tabs) == '\t') {
      tabs++;
    }
    return "  ".repeat(tabs) + Printable.escape(text.substring(tabs));
  }
}
