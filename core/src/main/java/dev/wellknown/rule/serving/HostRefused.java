package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Failure;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.Optional;

/**
 * Odd spellings of addresses (one number, octal, hexadecimal, short) mean different machines to
 * different programs, so nobody is asked. Neither platform lets an app name one.
 */
final class HostRefused extends FailureRule {

  HostRefused() {
    super(
        Evidence.DERIVED,
        "The host is neither a plain name nor a plain address",
        reasons(Reason.HOST_REFUSED));
  }

  @Override
  Optional<Finding> judge(Serving serving, Unreachable unreachable, Failure failure) {
    String host = String.valueOf(unreachable.uri().getRawAuthority());
    return Optional.of(
        finding(
                serving,
                Printable.quote(host) + " is neither a plain host name nor a plain address",
                "give the host's name as apps know it, for instance shop.example.com")
            .withSeen(host)
            .withExpected("a host name"));
  }
}
