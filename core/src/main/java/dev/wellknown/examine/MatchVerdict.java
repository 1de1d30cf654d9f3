package dev.wellknown.examine;

import dev.wellknown.match.AndroidVerdict;
import dev.wellknown.match.AppleVerdict;
import java.util.Arrays;
import java.util.Optional;

/** Whether a URL opens an app, as far as the files at hand tell. */
public enum MatchVerdict {
  /** It opens the app. */
  OPENS("opens"),
  /** A rule keeps it out. */
  EXCLUDED("excluded"),
  /** No rule covers it, or the app is not associated. */
  NO_MATCH("no-match"),
  /** Android without a manifest: the app is associated, and its manifest decides. */
  ASSOCIATED("associated"),
  /** Android without a manifest: the app is associated, and dynamic rules keep the URL out. */
  BLOCKED("blocked"),
  /** What decides could not be had. */
  UNKNOWN("unknown");

  private final String id;

  MatchVerdict(String id) {
    this.id = id;
  }

  /** The name used in options and reports. */
  public String id() {
    return id;
  }

  /** The verdict of that name. */
  public static Optional<MatchVerdict> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
  }

  static MatchVerdict of(AppleVerdict verdict) {
    return of(verdict.id()).orElseThrow();
  }

  static MatchVerdict of(AndroidVerdict verdict) {
    return of(verdict.id()).orElseThrow();
  }

  /** Whether the app opens; empty where that is open. */
  Optional<Boolean> opened() {
    return switch (this) {
      case OPENS -> Optional.of(true);
      case EXCLUDED, NO_MATCH, BLOCKED -> Optional.of(false);
      case ASSOCIATED, UNKNOWN -> Optional.empty();
    };
  }
}
