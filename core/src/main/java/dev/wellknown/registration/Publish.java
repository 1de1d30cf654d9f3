package dev.wellknown.registration;

/**
 * How the files are written.
 *
 * @param limit the sizes to keep
 * @param appleForm the shape of Apple's file
 * @param compact whether white space is left out
 */
public record Publish(SizeLimit limit, AppleForm appleForm, boolean compact) {

  /** The shape of {@code applinks.details}. */
  public enum AppleForm {
    /** {@code appIDs} and {@code components}: iOS 13 and later. */
    MODERN,
    /** {@code appID} and {@code paths}: every iOS. */
    LEGACY
  }

  /**
   * Sizes in bytes.
   *
   * @param warnAbove larger files are risky
   * @param most larger files are not written
   * @param android whether the limit holds for Android's file too
   */
  public record SizeLimit(int warnAbove, int most, boolean android) {

    /** Apple reads 128 KiB of its file, after decoding; Android's file has no such limit. */
    public static final SizeLimit APPLE = new SizeLimit(131_072, 131_072, false);

    /** Insights Hub takes "2 kb" a file, and does not say whether that is 2000 or 2048 bytes. */
    public static final SizeLimit INSIGHTS_HUB = new SizeLimit(2000, 2048, true);

    /** A limit that a registration sets itself. */
    public static SizeLimit of(int bytes) {
      return new SizeLimit(bytes, bytes, true);
    }
  }
}
