package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;

import java.util.List;

/**
 * Says why a text does not fit a pattern, without telling the text: it may be a secret.
 *
 * @param fold whether the rule takes no notice of letter case
 */
record AppleMisfit(AppleVariables variables, boolean fold) {

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /**
   * The reason in words.
   *
   * @param name what the text is: "query item q"
   * @param absent whether the text is empty because the part is not there
   * @param implied how many characters at the end of both are there only because they were added
   */
  String tell(String name, String pattern, String text, boolean absent, int implied) {
    ApplePattern read = ApplePattern.of(pattern, fold, variables);
    String shown = quote(pattern.substring(0, pattern.length() - implied));
    if (read instanceof ApplePattern.Never never) {
      return "the pattern " + shown + " for the " + name + " " + never.why() + ": it fits nothing";
    }
    List<AppleToken> tokens = new ApplePatternReader(pattern, fold, variables).tokens();
    int least = AppleToken.least(tokens) - implied;
    int longest = AppleToken.most(tokens);
    int most = longest == NO_LIMIT ? NO_LIMIT : longest - implied;
    if (absent) {
      return name + " is absent, " + shown + " wants " + wanted(least, most, true);
    }
    if (!fold && ApplePattern.of(pattern, true, variables).matches(text)) {
      return name + " fits " + shown + " but for letter case, which counts";
    }
    int length = text.codePointCount(0, text.length()) - implied;
    if (length < least || length > most) {
      return name
          + " has "
          + characters(length)
          + ", "
          + shown
          + " wants "
          + wanted(least, most, false);
    }
    return name + " does not fit " + shown;
  }

  private static String wanted(int least, int most, boolean inFull) {
    String number =
        least == most
            ? String.valueOf(least)
            : most == NO_LIMIT ? "at least " + least : least + " to " + most;
    return inFull
        ? number + (number.equals("1") || number.endsWith(" 1") ? " character" : " characters")
        : number;
  }

  private static String characters(int count) {
    return count + (count == 1 ? " character" : " characters");
  }
}
