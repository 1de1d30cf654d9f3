package dev.wellknown.match;

import dev.wellknown.app.AndroidRelease;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a URL opens an app, on Android 15 and later as they are today.
 *
 * @param app the package
 * @param verdict the answer
 * @param because what decided, or what came nearest; null where there is nothing to show
 * @param text what stands there; empty where there is nothing to show
 * @param reason why, in words; safe to print, and no value of the URL's query or fragment is in it
 * @param evidence how it is known that Android does so
 * @param elsewhere releases on which the answer is another one
 */
public record AndroidDecision(
    String app,
    AndroidVerdict verdict,
    @Nullable Location because,
    String text,
    String reason,
    Evidence evidence,
    List<Elsewhere> elsewhere) {

  public AndroidDecision {
    text = Printable.escape(Printable.cut(text));
    reason = Printable.escape(reason);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * Another answer on other releases.
   *
   * @param release the releases
   * @param verdict the answer there
   * @param reason why
   */
  public record Elsewhere(AndroidRelease release, AndroidVerdict verdict, String reason) {

    public Elsewhere {
      reason = Printable.escape(reason);
    }
  }

  AndroidDecision with(List<Elsewhere> value) {
    return new AndroidDecision(app, verdict, because, text, reason, evidence, value);
  }
}
