package dev.wellknown.rule.serving;

import dev.wellknown.association.Kind;
import dev.wellknown.fetch.AddressKind;
import dev.wellknown.fetch.Connection;
import dev.wellknown.fetch.Reason;
import dev.wellknown.fetch.Unreachable;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Reader;
import dev.wellknown.finding.Severity;
import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Apple's CDN refuses such addresses by name (SWCERR00202), Google wants the file to be publicly
 * reachable (https://developer.android.com/training/app-links/configure-assetlinks). A device in
 * Apple's developer mode asks the host itself, and may stand in the same network.
 */
final class PrivateAddress extends ServingRule {

  private static final Set<Reader> FROM_OUTSIDE =
      EnumSet.complementOf(EnumSet.of(Reader.APPLE_DIRECT));

  PrivateAddress() {
    super(
        Severity.ERROR,
        FROM_OUTSIDE,
        Evidence.DOCUMENTED,
        "The host has no address that the internet can reach");
  }

  @Override
  Optional<Finding> judge(Serving serving) {
    Connection connection = serving.answer().connection();
    if (connection.proxied() || connection.mapped()) {
      return Optional.empty();
    }
    boolean refused =
        serving.answer() instanceof Unreachable unreachable
            && unreachable.failure().reason() == Reason.ADDRESS_REFUSED;
    InetAddress used = connection.address();
    if (refused || (used != null && !AddressKind.of(used).isPublic())) {
      List<InetAddress> all = used != null && !refused ? List.of(used) : connection.resolved();
      return Optional.of(unreachable(serving, all, refused));
    }
    List<InetAddress> closed =
        connection.resolved().stream().filter(each -> !AddressKind.of(each).isPublic()).toList();
    return used == null || closed.isEmpty()
        ? Optional.empty()
        : Optional.of(mixed(serving, closed, connection.resolved().size()));
  }

  private Finding unreachable(Serving serving, List<InetAddress> addresses, boolean refused) {
    String host = String.valueOf(serving.answer().uri().getHost());
    Finding finding =
        finding(
                serving,
                host
                    + " has "
                    + (addresses.isEmpty()
                        ? "no public address"
                        : "the address "
                            + Shown.addresses(addresses)
                            + ", "
                            + kind(AddressKind.of(addresses.get(0)))),
                refused
                    ? "give the host a public address; to look at one that stays inside, name it on"
                        + " the command line, or allow it with --allow-private"
                    : "give the host a public address; to judge a staging machine as though it had"
                        + " one, use --connect-to")
            .withSeen(addresses.isEmpty() ? null : Shown.addresses(addresses))
            .withExpected("an address that the internet can reach")
            .withUndecided(refused ? readers(serving, EnumSet.of(Reader.APPLE_DIRECT)) : NONE);
    return serving.kind() == Kind.AASA ? finding.withEvidence(Evidence.OBSERVED) : finding;
  }

  private Finding mixed(Serving serving, List<InetAddress> closed, int all) {
    return finding(
            serving,
            closed.size()
                + " of "
                + all
                + " addresses cannot be reached from the internet: "
                + Shown.addresses(closed),
            "take these addresses out of the public DNS: a reader that tries one of them gets"
                + " nothing")
        .withSeverity(Severity.WARNING)
        .withBreaks(NONE)
        .withSeen(Shown.addresses(closed));
  }

  private static String kind(AddressKind kind) {
    return switch (kind) {
      case GLOBAL -> "a public one";
      case PRIVATE -> "one of a private network";
      case LOOPBACK -> "which is every machine's own";
      case SPECIAL -> "one that is reserved for other uses";
      case LINK_LOCAL -> "one of a single wire, which is never asked";
      case NO_HOST -> "which is that of no machine";
    };
  }
}
