package dev.wellknown.registration;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host name as DNS knows it: lower-case A-labels of letters, digits and hyphens (RFC 1123, RFC
 * 5891). No scheme, port, path, wildcard, underscore or address.
 *
 * @param value in lower case, without a final dot
 */
public record HostName(String value) {

  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
  private static final Pattern ADDRESS = Pattern.compile(".*\\.[0-9]+|.*\\.0x[0-9a-f]*");

  /**
   * @throws IllegalArgumentException where the text is no host name; {@link #of} takes more forms
   */
  public HostName {
    if (value.length() > 253
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
