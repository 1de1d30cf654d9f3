package dev.wellknown.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long each step of the last attempt took; null for those that it did not take or not finish,
 * as on a connection that was kept from the file before.
 *
 * @param name finding the addresses of the host
 * @param connect the TCP connection, over all the addresses that were tried
 * @param tls the handshake
 * @param firstByte from the request to the first byte of the answer
 * @param whole everything, with all attempts and the waits between them
 */
public record Timings(
    @Nullable Duration name,
    @Nullable Duration connect,
    @Nullable Duration tls,
    @Nullable Duration firstByte,
    Duration whole) {

  /** Nothing was measured. */
  public static final Timings UNKNOWN = new Timings(null, null, null, null, Duration.ZERO);
}
