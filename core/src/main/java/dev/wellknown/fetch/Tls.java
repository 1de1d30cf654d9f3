package dev.wellknown.fetch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a TLS handshake showed.
 *
 * @param protocol for instance {@code TLSv1.3}, or null where the handshake did not come so far
 * @param cipher the cipher suite by its IANA name, or null likewise
 * @param chain the certificates in the order in which the server sent them, its own first; empty
 *     where it sent none
 */
public record Tls(
    @Nullable String protocol, @Nullable String cipher, List<ServerCertificate> chain) {

  public Tls {
    chain = List.copyOf(chain);
  }
}
