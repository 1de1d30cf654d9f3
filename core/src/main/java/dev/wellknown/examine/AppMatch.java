package dev.wellknown.examine;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Platform;
import dev.wellknown.finding.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a URL does for one app, and why. All texts are safe to print.
 *
 * @param app app id or package; {@link #ANY} where no app is known
 * @param file the association file that was looked at: a path as given, or an address
 * @param because what decided, or what came nearest; null where there is no such place
 * @param reason why, in words
 * @param remarks what else is to be known: versions that decide otherwise, readers that do not take
 *     the file
 */
public record AppMatch(
    Platform platform,
    String app,
    MatchVerdict verdict,
    String file,
    @Nullable Because because,
    String reason,
    List<String> remarks) {

  /** Stands for every app of a platform. */
  public static final String ANY = "*";

  public AppMatch {
    app = Printable.escape(Printable.cut(app));
    reason = Printable.escape(reason);
    remarks = remarks.stream().map(Printable::escape).toList();
  }

  /** The same, decided by something else. */
  AppMatch because(Because value) {
    return new AppMatch(platform, app, verdict, file, value, reason, remarks);
  }

  /** The same, with one more remark. */
  AppMatch remark(String text) {
    List<String> all = new ArrayList<>(remarks);
    all.add(text);
    return new AppMatch(platform, app, verdict, file, because, reason, all);
  }

  /**
   * What decided.
   *
   * @param text the rule as it stands there, cut where it is long; empty where nothing stands there
   * @param evidence how it is known that the platform decides so
   */
  public record Because(Location location, String text, Evidence evidence) {
    public Because {
      text = Printable.escape(Printable.cut(text));
    }
  }
}
