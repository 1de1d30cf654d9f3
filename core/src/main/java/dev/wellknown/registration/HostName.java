package dev.wellknown.registration;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host name as DNS knows it: lower-case A-labels of letters, digits and hyphens (RFC 1123, RFC
 * 5891), at least two of them. No scheme, port, path, wildcard or address. Underscores are no
 * characters of host names either, and {@link #of} takes none; but Insights Hub has made names with
 * them.
 *
 * @param value in lower case, without a final dot
 */
public record HostName(String value) {

  private static final Pattern LABELS =
      Pattern.compile(
          "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)+");
  private static final Pattern ADDRESS = Pattern.compile(".*\\.[0-9]+|.*\\.0x[0-9a-f]*");

  private static final int LONGEST = 253;

  /** Letters that IDNA 2003, which the JDK knows, maps to others than today's IDNA does. */
  private static final Pattern DEVIATING = Pattern.compile(".*[\u00df\u1e9e\u03c2\u200c\u200d].*");

  /**
   * @throws IllegalArgumentException where the text is no host name; {@link #of} takes more forms
   */
  public HostName {
    if (value.length() > LONGEST
        || !LABELS.matcher(value).matches()
        || ADDRESS.matcher(value).matches()) {
      throw new IllegalArgumentException("no host name");
    }
  }

  /**
   * Reads a host name as people write it: in any case, or with letters outside ASCII.
   *
   * @throws IllegalArgumentException where the text is no host name
   */
  public static HostName of(String text) {
    // An A-label is never shorter than half its text; converting takes time by its square.
    if (text.length() > 2 * LONGEST || DEVIATING.matcher(text).matches()) {
      throw new IllegalArgumentException("no host name that can be converted");
    }
    return new HostName(IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
  }

  /** Whether the text is a host name as people write it. */
  public static boolean isOne(String text) {
    try {
      of(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The first label. */
  public String label() {
    return value.substring(0, value.indexOf('.'));
  }

  @Override
  public String toString() {
    return value;
  }
}
