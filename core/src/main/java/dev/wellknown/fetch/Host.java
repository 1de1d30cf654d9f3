package dev.wellknown.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of a URI: a name, or an address in its one plain spelling. Other spellings of an address
 * (decimal, octal, hexadecimal, short) would pass for names and be read as addresses further on, so
 * they are refused before anybody is asked.
 */
final class Host {

  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
  private static final Pattern NUMERIC_END = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-f:.]*:[0-9a-f:.]*)]?");

  private final String name;
  private final @Nullable InetAddress literal;
  private final boolean allowed;

  private Host(String name, @Nullable InetAddress literal, boolean allowed) {
    this.name = name;
    this.literal = literal;
    this.allowed = allowed;
  }

  static Host of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    if (IPV4.matcher(lower).matches()) {
      return new Host(name, address(lower), true);
    }
    var bracketed = IPV6.matcher(lower);
    if (bracketed.matches()) {
      InetAddress address = address(bracketed.group(1));
      return new Host(name, address, address != null);
    }
    boolean fits =
        name.length() <= 253
            && NAME.matcher(name).matches()
            && !NUMERIC_END.matcher(name).matches();
    return new Host(name, null, fits);
  }

  /** The JDK reads a literal without asking anybody. */
  private static @Nullable InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** In lower case, without a final dot. */
  String name() {
    return name;
  }

  /** The address that is written instead of a name, or null. */
  @Nullable InetAddress literal() {
    return literal;
  }

  /** Whether it is a name or a plain address at all. */
  boolean isAllowed() {
    return allowed;
  }

  /** Names that mean this machine whatever a resolver says (RFC 6761 §6.3). */
  boolean isLocalhost() {
    return name.equals("localhost") || name.endsWith(".localhost");
  }
}
