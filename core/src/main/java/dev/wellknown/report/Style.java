package dev.wellknown.report;

import dev.wellknown.examine.MatchVerdict;
import dev.wellknown.finding.Severity;
import dev.wellknown.finding.Verdict;
import java.util.regex.Pattern;

/**
 * How text is drawn. Words always say what a symbol or a colour says.
 *
 * @param color whether ANSI colours may be used
 * @param unicode whether symbols beyond ASCII may be used
 */
public record Style(boolean color, boolean unicode) {

  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final String GREEN = "32";
  private static final String BOLD = "1";
  private static final String FAINT = "2";
  private static final Pattern COLOR = Pattern.compile("\u001b\\[[0-9]+m");

  /** Neither colours nor symbols. */
  public static final Style PLAIN = new Style(false, false);

  String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASS -> paint(GREEN, symbol("✓", "+") + " pass");
      case FAIL -> paint(RED, symbol("✗", "x") + " fail");
      case UNKNOWN -> paint(YELLOW, "? unknown");
    };
  }

  String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> paint(RED, symbol("✗", "x") + " error");
      case WARNING -> paint(YELLOW, "! warning");
      case NOTE -> paint(FAINT, symbol("·", "-") + " note");
    };
  }

  String match(MatchVerdict verdict, boolean unexpected) {
    String words =
        switch (verdict) {
          case OPENS -> symbol("→", ">") + " opens";
          case ASSOCIATED -> symbol("→", ">") + " associated";
          case EXCLUDED, BLOCKED, NO_MATCH -> symbol("·", "-") + " " + verdict.id();
          case UNKNOWN -> "? unknown";
        };
    if (unexpected) {
      return paint(RED, words + " (unexpected)");
    }
    return paint(
        switch (verdict) {
          case OPENS -> GREEN;
          case ASSOCIATED, UNKNOWN -> YELLOW;
          default -> FAINT;
        },
        words);
  }

  String strong(String text) {
    return paint(BOLD, text);
  }

  String faint(String text) {
    return paint(FAINT, text);
  }

  String added(String text) {
    return paint(GREEN, text);
  }

  String removed(String text) {
    return paint(RED, text);
  }

  /** The columns that a text takes, without the colours in it. */
  static int width(String text) {
    String shown = COLOR.matcher(text).replaceAll("");
    return shown.codePointCount(0, shown.length());
  }

  private String symbol(String wide, String ascii) {
    return unicode ? wide : ascii;
  }

  private String paint(String code, String text) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
