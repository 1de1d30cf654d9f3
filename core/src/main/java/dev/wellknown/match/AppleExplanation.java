package dev.wellknown.match;

import static dev.wellknown.finding.Printable.quote;

import dev.wellknown.finding.Evidence;
import dev.wellknown.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about one URL and one app, and why.
 *
 * @param app the app id as devices compare it
 * @param place the rule that decides; for no match the one that comes nearest, or the list that has
 *     none; null where the file has no place for it
 * @param text the reason in words, safe to show
 * @param evidence how it is known that devices decide so: the weakest ground of what the decision
 *     rests on
 * @param miss what fails; null unless nothing matches
 */
public record AppleExplanation(
    String app,
    AppleVerdict verdict,
    @Nullable JsonValue place,
    String text,
    Evidence evidence,
    @Nullable AppleMiss miss) {

  static AppleExplanation unnamed(String app) {
    return missed(
        app,
        null,
        new AppleMiss(AppleMiss.Part.APP, null, "the file does not name app " + quote(app)),
        Evidence.DOCUMENTED);
  }

  static AppleExplanation missed(
      String app, @Nullable JsonValue place, AppleMiss miss, Evidence evidence) {
    return new AppleExplanation(app, AppleVerdict.NO_MATCH, place, miss.text(), evidence, miss);
  }
}
