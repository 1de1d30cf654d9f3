package dev.wellknown.fetch;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a request are really to be had.
 *
 * @param host whose files they are
 * @param port of the URI
 * @param place to connect to: the host, or what it is mapped to
 * @param placePort to connect to
 * @param mapped whether it is mapped
 * @param privateAllowed whether the place may have a private address
 * @param proxy between us and it, or null
 */
record Target(
    Host host,
    int port,
    Host place,
    int placePort,
    boolean mapped,
    boolean privateAllowed,
    @Nullable ProxyServer proxy) {

  static Target of(Request request, Settings settings) throws FailedException {
    Host host = Host.of(request.host());
    if (!host.isAllowed()) {
      throw new FailedException(Failure.of(Reason.HOST_REFUSED, Phase.START));
    }
    ConnectTo mapping =
        settings.mappings().stream()
            .filter(each -> each.matches(host.name(), request.port()))
            .findFirst()
            .orElse(null);
    boolean allowed =
        request.mayBePrivate()
            || (mapping != null && mapping.namesHost())
            || settings.allowedPrivate().stream().anyMatch(each -> each.matches(host));
    // A mapping for all hosts is for names. What says by itself where it leads is taken at its
    // word.
    InetAddress literal = host.literal();
    boolean refused = literal != null ? !allows(literal, allowed) : host.isLocalhost() && !allowed;
    if (refused) {
      throw new FailedException(Failure.of(Reason.ADDRESS_REFUSED, Phase.START));
    }
    ProxyServer proxy = settings.proxy();
    Host place =
        mapping == null || mapping.toAddress().isEmpty() ? host : Host.of(mapping.toAddress());
    return new Target(
        host,
        request.port(),
        place,
        mapping == null || mapping.toPort() == 0 ? request.port() : mapping.toPort(),
        mapping != null,
        allowed || mapping != null,
        proxy != null && proxy.serves(host) ? proxy : null);
  }

  /** Whether an address may be connected to. */
  boolean allows(InetAddress address) {
    return allows(address, privateAllowed);
  }

  private static boolean allows(InetAddress address, boolean privateAllowed) {
    AddressKind kind = AddressKind.of(address);
    return kind.isPublic() || (privateAllowed && kind.canBeAllowed());
  }
}
