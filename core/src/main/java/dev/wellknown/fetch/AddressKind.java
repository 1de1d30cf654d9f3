package dev.wellknown.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sort of machine an address can belong to (RFC 6890 and the IANA tables that follow it). */
public enum AddressKind {
  /** Anybody on the internet can reach it. */
  GLOBAL(true, true),
  /** A network of one's own: RFC 1918, 100.64.0.0/10, fc00::/7, fec0::/10. */
  PRIVATE(false, true),
  /** This machine. */
  LOOPBACK(false, true),
  /** For documentation, benchmarks, tunnels, or reserved. */
  SPECIAL(false, true),
  /** The same wire, and on cloud machines the service that hands out credentials. */
  LINK_LOCAL(false, false),
  /** Many machines, all, or none. */
  NO_HOST(false, false);

  private static final List<Range> RANGES =
      List.of(
          range(NO_HOST, "0.0.0.0", 8),
          range(PRIVATE, "10.0.0.0", 8),
          range(PRIVATE, "100.64.0.0", 10),
          range(LOOPBACK, "127.0.0.0", 8),
          range(LINK_LOCAL, "169.254.0.0", 16),
          range(PRIVATE, "172.16.0.0", 12),
          range(SPECIAL, "192.0.0.0", 24),
          range(SPECIAL, "192.0.2.0", 24),
          range(SPECIAL, "192.31.196.0", 24),
          range(SPECIAL, "192.52.193.0", 24),
          range(SPECIAL, "192.88.99.0", 24),
          range(PRIVATE, "192.168.0.0", 16),
          range(SPECIAL, "192.175.48.0", 24),
          range(SPECIAL, "198.18.0.0", 15),
          range(SPECIAL, "198.51.100.0", 24),
          range(SPECIAL, "203.0.113.0", 24),
          range(NO_HOST, "224.0.0.0", 4),
          range(NO_HOST, "255.255.255.255", 32),
          range(SPECIAL, "240.0.0.0", 4),
          range(NO_HOST, "::", 128),
          range(LOOPBACK, "::1", 128),
          range(LINK_LOCAL, "fe80::", 10),
          range(PRIVATE, "fec0::", 10),
          range(PRIVATE, "fc00::", 7),
          range(NO_HOST, "ff00::", 8),
          range(SPECIAL, "2001::", 23),
          range(SPECIAL, "2001:db8::", 32),
          range(SPECIAL, "2002::", 16),
          range(SPECIAL, "3fff::", 20),
          range(GLOBAL, "2000::", 3));

  private final boolean isPublic;
  private final boolean canBeAllowed;

  AddressKind(boolean isPublic, boolean canBeAllowed) {
    this.isPublic = isPublic;
    this.canBeAllowed = canBeAllowed;
  }

  /** Whether it may be connected to without having been allowed. */
  public boolean isPublic() {
    return isPublic;
  }

  /** Whether it may be connected to where private addresses have been allowed. */
  public boolean canBeAllowed() {
    return canBeAllowed;
  }

  /** The kind of an address. Where an IPv4 address is inside, the worse of the two counts. */
  public static AddressKind of(InetAddress address) {
    byte[] bytes = address.getAddress();
    AddressKind outer = kind(bytes);
    if (bytes.length == 4) {
      return outer;
    }
    byte[] inner = embedded(bytes);
    if (inner == null) {
      return outer;
    }
    AddressKind kind = kind(inner);
    // NAT64 (RFC 6052) is how networks without IPv4 reach public IPv4 hosts.
    return isNat64(bytes) ? kind : kind.canBeAllowed ? SPECIAL : kind;
  }

  private static AddressKind kind(byte[] bytes) {
    for (Range range : RANGES) {
      if (range.holds(bytes)) {
        return range.kind;
      }
    }
    return bytes.length == 4 ? GLOBAL : SPECIAL;
  }

  /** An IPv4 address inside: mapped, compatible, translated, NAT64, 6to4. */
  private static byte @Nullable [] embedded(byte[] bytes) {
    if (bytes[0] == 0x20 && bytes[1] == 0x02) {
      return Arrays.copyOfRange(bytes, 2, 6);
    }
    boolean low = true;
    for (int i = 0; i < 8; i++) {
      low &= bytes[i] == 0;
    }
    boolean isOneOrNone = low && isSmall(bytes);
    return (low && !isOneOrNone) || isNat64(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : null;
  }

  private static boolean isSmall(byte[] bytes) {
    for (int i = 8; i < 15; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[15] == 0 || bytes[15] == 1;
  }

  private static boolean isNat64(byte[] bytes) {
    return bytes[0] == 0
        && bytes[1] == 0x64
        && bytes[2] == (byte) 0xff
        && bytes[3] == (byte) 0x9b
        && Arrays.equals(bytes, 4, 12, new byte[8], 0, 8);
  }

  private static Range range(AddressKind kind, String first, int bits) {
    try {
      InetAddress address = InetAddress.getByName(first);
      if (!(address instanceof Inet4Address || address instanceof Inet6Address)) {
        throw new IllegalArgumentException(first);
      }
      return new Range(kind, address.getAddress(), bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private record Range(AddressKind kind, byte[] first, int bits) {
    boolean holds(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit += 8) {
        int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
