package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Observation;
import dev.wellknown.fetch.Phase;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** How times, dates, addresses and outcomes are written in messages. */
final class Shown {

  private static final long FINEST = 1000;

  private Shown() {}

  /** A length of time, in seconds from one second on. */
  static String time(Duration time) {
    return time.toMillis() < FINEST
        ? time.toMillis() + " ms"
        : String.format(Locale.ROOT, "%.1f s", time.toMillis() / (double) FINEST);
  }

  /** A moment, to the second, in UTC. */
  static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A number of days, hours or minutes between two moments. */
  static String between(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    if (time.toDays() >= 2) {
      return time.toDays() + " days";
    }
    return time.toHours() >= 2 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
  }

  static String addresses(List<InetAddress> addresses) {
    return String.join(", ", addresses.stream().map(InetAddress::getHostAddress).toList());
  }

  /** In a few words what came of asking. */
  static String outcome(Observation seen) {
    if (seen instanceof Unreachable unreachable) {
      return reason(unreachable.failure().reason());
    }
    Answered answer = (Answered) seen;
    if (answer.status() != FileAnswerRule.OK) {
      return "status " + answer.status();
    }
    return switch (ServedContent.of(answer)) {
      case FILE -> "a file of " + answer.body().size() + " bytes";
      case EMPTY -> "an empty body";
      case PAGE -> "a page for people";
      case COMPRESSED -> "compressed data without a header that says so";
      case CUT_BY_LENGTH, INCOMPLETE -> "a body that breaks off";
    };
  }

  static String reason(Reason reason) {
    return switch (reason) {
      case HOST_REFUSED -> "no host name";
      case NAME_NOT_RESOLVED, NO_ADDRESS -> "no address";
      case ADDRESS_REFUSED -> "no public address";
      case CONNECTION_REFUSED -> "a refused connection";
      case NO_ROUTE -> "no route";
      case RESET -> "a reset connection";
      case CLOSED -> "a closed connection";
      case TIMED_OUT -> "no answer in time";
      case NOT_TLS -> "something other than TLS";
      case TLS_TOO_OLD -> "a TLS version that is too old";
      case TLS_ALERT, TLS_BROKEN -> "a TLS failure";
      case CERTIFICATE -> "a certificate that is not accepted";
      case CLIENT_CERTIFICATE_DEMANDED -> "a demand for a client certificate";
      case MALFORMED -> "no HTTP answer";
      case TOO_MUCH_HEAD -> "too many headers";
      case PROXY -> "trouble with the proxy";
      case ABANDONED -> "nothing, for the check was ended";
    };
  }

  /** What was being done in a phase. */
  static String during(Phase phase) {
    return switch (phase) {
      case START -> "while waiting for a free connection to the host";
      case NAME -> "while the name was looked up";
      case CONNECT -> "while connecting";
      case PROXY -> "while asking the proxy for the host";
      case TLS -> "during the TLS handshake";
      case ANSWER -> "between the request and the end of the headers";
    };
  }
}
