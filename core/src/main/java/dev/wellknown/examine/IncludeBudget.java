package dev.wellknown.examine;

import dev.wellknown.fetch.Fetcher;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Request;
import dev.wellknown.fetch.Unreachable;
import java.net.URI;
import java.util.function.Function;

/**
 * What a list may cost with everything that it includes: so many more lists, from so many ports, in
 * so much time. Whoever writes a list decides what we ask for, and must not decide how much.
 */
final class IncludeBudget {

  /** Google's budget is not published; parsers of others stop at ten. */
  static final int LISTS = 10;

  /** A host with all that it includes may take as long as so many files. */
  private static final int FILES = 3;

  /** What servers are expected to take (RFC 9110 §4.1). */
  private static final int LONGEST_ADDRESS = 8000;

  private static final int HTTPS = 443;

  /** The answer where an address is none that may be asked for. */
  static final NotAsked ODD_ADDRESS =
      new NotAsked("was not asked for, since its address has odd parts");

  private final Function<URI, Observation> get;
  private final int rootPort;
  private int asked;

  /** What became of the wish to have a list. */
  sealed interface Reply {}

  /** It was asked for. */
  record Asked(Observation seen) implements Reply {}

  /**
   * It was not.
   *
   * @param why in words that go on after the name of the list
   */
  record NotAsked(String why) implements Reply {}

  /**
   * @param get asks for a list of another host; its address is https and names a host
   * @param root the list that is followed
   */
  IncludeBudget(Function<URI, Observation> get, URI root) {
    this.get = get;
    this.rootPort = port(root);
  }

  /**
   * The fetcher for one host and all that it includes. They end together within three times what
   * one file may take: 30 seconds, where nobody has said otherwise.
   */
  static Fetcher limited(Fetcher fetcher) {
    return fetcher.within(fetcher.maxTime().multipliedBy(FILES));
  }

  /** Whether no more lists are asked for at all. */
  boolean isSpent() {
    return asked == LISTS;
  }

  /**
   * Asks for a list if it may be asked for: on the port of https, or that of the root, which a
   * person named.
   */
  Reply ask(URI list) {
    if (isSpent()) {
      return new NotAsked("was not asked for, since " + LISTS + " lists had been already");
    }
    int port = port(list);
    if (port != HTTPS && port != rootPort) {
      return new NotAsked("was not asked for, since it is on port " + port);
    }
    if (list.toString().length() > LONGEST_ADDRESS) {
      return new NotAsked(
          "was not asked for, since its address is longer than " + LONGEST_ADDRESS + " characters");
    }
    try {
      Request.of(list);
    } catch (IllegalArgumentException e) {
      return ODD_ADDRESS;
    }
    Observation seen = get.apply(list);
    if (isTooLate(seen)) {
      return new NotAsked("was not asked for, since the time was up before it could be");
    }
    asked++;
    return new Asked(seen);
  }

  private static boolean isTooLate(Observation seen) {
    return seen instanceof Unreachable unreachable
        && unreachable.failure().reason() == Reason.TIMED_OUT
        && unreachable.failure().phase() == Phase.START;
  }

  private static int port(URI uri) {
    return uri.getPort() == -1 ? HTTPS : uri.getPort();
  }
}
