package dev.wellknown.fetch;

import java.util.Locale;

/**
 * A host name, or all names below one: {@code staging.example.com}, {@code *.internal}.
 *
 * @param value in lower case, without a final dot
 */
public record HostPattern(String value) {

  /**
   * @throws IllegalArgumentException for addresses, a bare {@code *}, and what is no name
   */
  public HostPattern {
    value = value.toLowerCase(Locale.ROOT);
    Host host = Host.of(value.startsWith("*.") ? value.substring(2) : value);
    if (!host.isAllowed() || host.literal() != null) {
      throw new IllegalArgumentException("neither a host name nor *. and a host name");
    }
    value = value.startsWith("*.") ? "*." + host.name() : host.name();
  }

  boolean matches(Host host) {
    if (host.literal() != null) {
      return false;
    }
    return value.startsWith("*.")
        ? host.name().endsWith(value.substring(1))
        : host.name().equals(value);
  }
}
