package dev.wellknown.fetch;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * The server answered with a status line and headers. The body may have broken off: {@link
 * Body#incomplete()}.
 *
 * @param uri what was asked for
 * @param attempts every attempt; the last one is told of here
 * @param connection the way to the server
 * @param version as in the status line, for instance {@code HTTP/1.1}
 * @param status any status from 100 to 999, redirects and errors too
 * @param reason what follows the status, one character per byte; raw, as the server sent it
 * @param headers in the order in which they came, with duplicates
 * @param body what followed
 * @param oddities what was out of order, and yet did not keep the answer from being read
 * @param timings how long the steps took
 */
public record Answered(
    URI uri,
    List<Attempt> attempts,
    Connection connection,
    String version,
    int status,
    String reason,
    Headers headers,
    Body body,
    Set<Oddity> oddities,
    Timings timings)
    implements Observation {

  public Answered {
    attempts = List.copyOf(attempts);
    oddities = Set.copyOf(oddities);
  }

  /** An answer as a good server gives it, for instance for tests. */
  public static Answered of(URI uri, int status, Headers headers, Body body) {
    return new Answered(
        uri,
        List.of(Attempt.NONE),
        Connection.UNKNOWN,
        "HTTP/1.1",
        status,
        "",
        headers,
        body,
        Set.of(),
        Timings.UNKNOWN);
  }
}
