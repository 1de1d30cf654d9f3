package dev.wellknown.rule.serving;

import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Printable;
import java.util.Set;

/**
 * The resolver that was asked is that of this machine; another one may know more, so nothing is
 * concluded.
 */
final class NameNotResolved extends TroubleRule {

  NameNotResolved() {
    super(
        "The host's name leads to no address",
        Set.of(Reason.NAME_NOT_RESOLVED, Reason.NO_ADDRESS),
        Set.of());
  }

  @Override
  Finding unreachable(Serving serving, Unreachable unreachable) {
    String host = String.valueOf(unreachable.uri().getHost());
    boolean empty = unreachable.failure().reason() == Reason.NO_ADDRESS;
    return trouble(
            serving,
            empty
                ? Printable.quote(host) + " exists in the DNS, but has no address"
                : Printable.quote(host)
                    + " was not found in the DNS, or the resolver of this machine could not say",
            empty
                ? "add an A or AAAA record for the host"
                : "compare the spelling; ask a public resolver too; then add or correct the host's"
                    + " records")
        .withSeen(host);
  }
}
