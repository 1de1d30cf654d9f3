package dev.wellknown.rule.signin;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Masked;

/** Says where two texts that should be one begin to differ. */
final class Difference {

  private Difference() {}

  /** In words that finish "…:"; the texts are masked first, for they may be URLs. */
  static String words(String seen, String wanted) {
    String one = Masked.url(seen);
    String other = Masked.url(wanted);
    if (one.equals(other)) {
      return "they differ in a part that is not shown";
    }
    if (one.equalsIgnoreCase(other)) {
      return "they differ in capitals";
    }
    if (one.equals(other + "/") || other.equals(one + "/")) {
      return "they differ by the slash at the end";
    }
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return "they differ from character "
        + (one.codePointCount(0, at) + 1)
        + " on, "
        + rest(one, at)
        + " for "
        + rest(other, at);
  }

  private static String rest(String text, int at) {
    int start =
        at > 0 && Character.isLowSurrogate(text.charAt(Math.min(at, text.length() - 1)))
            ? at - 1
            : at;
    return start >= text.length() ? "nothing" : quote(text.substring(start));
  }
}
