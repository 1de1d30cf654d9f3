package dev.wellknown.fetch;

import java.net.URI;
import java.util.List;

/**
 * No answer could be had, or none that can be read as one.
 *
 * @param uri what was asked for
 * @param attempts every attempt; the last one is told of here
 * @param connection the way to the server, as far as it went
 * @param failure why, and at which step
 * @param timings how long the steps took; those that were not reached are null
 */
public record Unreachable(
    URI uri, List<Attempt> attempts, Connection connection, Failure failure, Timings timings)
    implements Observation {

  public Unreachable {
    attempts = List.copyOf(attempts);
  }

  /** A failure of which nothing else is known, for instance for tests. */
  public static Unreachable of(URI uri, Failure failure) {
    return new Unreachable(
        uri, List.of(Attempt.NONE), Connection.UNKNOWN, failure, Timings.UNKNOWN);
  }
}
