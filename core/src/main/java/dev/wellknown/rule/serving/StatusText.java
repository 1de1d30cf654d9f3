package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Header;
import dev.wellknown.finding.Printable;

/** A status with its reason phrase; in quotes where the phrase is none of the usual. */
final class StatusText {

  private static final int LONGEST = 60;
  private static final String USUAL = "[A-Za-z][A-Za-z '-]{0,40}";

  private StatusText() {}

  static String of(Answered answer) {
    String reason = new Header("", answer.reason().strip()).text();
    if (reason.isEmpty()) {
      return Integer.toString(answer.status());
    }
    if (reason.matches(USUAL)) {
      return answer.status() + " " + reason;
    }
    String shown = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
    return answer.status() + " " + Printable.quote(shown);
  }
}
