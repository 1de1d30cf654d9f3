package dev.wellknown.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One try at a file. Asking once more on a new connection, because the kept one turned out to be
 * closed or out of step, is no attempt of its own.
 *
 * @param started how long after the beginning of the exchange
 * @param took its length
 * @param reused whether it went over a connection that had carried another file before
 * @param status of the answer, or null where there was none
 * @param failure why there was no answer, or null where there was one
 */
public record Attempt(
    Duration started,
    Duration took,
    boolean reused,
    @Nullable Integer status,
    @Nullable Failure failure) {

  static final Attempt NONE = new Attempt(Duration.ZERO, Duration.ZERO, false, null, null);
}
