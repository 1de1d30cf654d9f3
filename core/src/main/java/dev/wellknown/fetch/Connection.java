package dev.wellknown.fetch;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a server, as far as it could be seen.
 *
 * @param resolved the addresses of the name, in the order of the resolver; empty where it was not
 *     asked, as through a proxy
 * @param address the one that was connected to (or tried last); null through a proxy, and where
 *     none was tried
 * @param mapped whether a {@link ConnectTo} led here instead of the host's own address
 * @param proxied whether a proxy stands between
 * @param tls what the handshake showed, also where it failed; null before it
 */
public record Connection(
    List<InetAddress> resolved,
    @Nullable InetAddress address,
    boolean mapped,
    boolean proxied,
    @Nullable Tls tls) {

  /** Nothing is known. */
  public static final Connection UNKNOWN = new Connection(List.of(), null, false, false, null);

  public Connection {
    resolved = List.copyOf(resolved);
  }
}
