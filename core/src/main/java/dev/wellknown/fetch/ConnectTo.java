package dev.wellknown.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connects to another place than the one that a host name leads to, as curl's {@code --connect-to}
 * does. Name and certificate stay those of the host.
 *
 * @param host in lower case; empty for any
 * @param port 0 for any
 * @param toAddress a name or an address; empty to leave it
 * @param toPort 0 to leave it
 */
public record ConnectTo(String host, int port, String toAddress, int toPort) {

  private static final Pattern FORM =
      Pattern.compile(
          "([^:\\[\\]]*|\\[[^\\]]*]):([0-9]{0,5}):([^:\\[\\]]*|\\[[^\\]]*]):([0-9]{0,5})");

  /**
   * @throws IllegalArgumentException where a port is out of range or a host is none
   */
  public ConnectTo {
    if (port < 0 || port > 65535 || toPort < 0 || toPort > 65535) {
      throw new IllegalArgumentException("a port is out of range");
    }
    host = host.isEmpty() ? host : checked(host);
    toAddress = toAddress.isEmpty() ? toAddress : checked(toAddress);
  }

  /**
   * Reads {@code HOST:PORT:ADDR:PORT}, of which any part may be empty. IPv6 addresses stand in
   * brackets.
   *
   * @throws IllegalArgumentException where the text is not of this form
   */
  public static ConnectTo parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not of the form HOST:PORT:ADDR:PORT");
    }
    return new ConnectTo(
        parts.group(1), number(parts.group(2)), parts.group(3), number(parts.group(4)));
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String checked(String text) {
    Host host = Host.of(text);
    if (!host.isAllowed()) {
      throw new IllegalArgumentException("no host name");
    }
    return host.name();
  }

  boolean matches(String name, int atPort) {
    return (host.isEmpty() || host.equals(name)) && (port == 0 || port == atPort);
  }

  /** Whether it was given for one host and not for all. */
  boolean namesHost() {
    return !host.isEmpty();
  }
}
