package dev.wellknown.rule.link;

import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Location;
import dev.wellknown.finding.Reader;
import java.util.Set;

/**
 * A URL that a registration has an expectation about, tried for one app.
 *
 * @param declaredAt where the expectation stands
 * @param url fit to show
 * @param wanted whether it should open the app
 * @param opened whether it does
 * @param decider what decides
 * @param readers for whom
 * @param reason why, in words
 */
public record TriedLink(
    Location declaredAt,
    String url,
    String app,
    boolean wanted,
    boolean opened,
    Decider decider,
    Set<Reader> readers,
    String reason,
    Evidence evidence) {

  /** What decides about a link. */
  public enum Decider {
    /** The file of its host. */
    FILE,
    /** The app's manifest or entitlements. */
    APP,
    /** Its host, which serves no file of the registration. */
    HOST
  }
}
