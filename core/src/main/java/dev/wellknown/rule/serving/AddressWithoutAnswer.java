package dev.wellknown.rule.serving;

import dev.wellknown.fetch.AddressKind;
import dev.wellknown.fetch.Answered;
import dev.wellknown.fetch.Connection;
import dev.wellknown.finding.Evidence;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Addresses are tried in the resolver's order, so those before the one that answered did not. An
 * IPv6 address may have failed for want of IPv6 here, and is not told of.
 */
final class AddressWithoutAnswer extends AnswerRule {

  AddressWithoutAnswer() {
    super(Severity.NOTE, NONE, Evidence.DERIVED, "One of the host's addresses does not answer");
  }

  @Override
  Optional<Finding> judge(Serving serving, Answered answer) {
    Connection connection = answer.connection();
    InetAddress used = connection.address();
    if (used == null || connection.mapped() || connection.proxied()) {
      return Optional.empty();
    }
    List<InetAddress> silent =
        connection.resolved().stream()
            .takeWhile(each -> !each.equals(used))
            .filter(each -> each.getAddress().length == used.getAddress().length)
            .filter(each -> AddressKind.of(each).isPublic())
            .toList();
    if (silent.isEmpty() || !connection.resolved().contains(used)) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
                serving,
                "no connection to "
                    + Shown.addresses(silent)
                    + " could be made; "
                    + used.getHostAddress()
                    + " answered",
                "repair the machine behind the address, or take it out of the DNS: a reader may try"
                    + " that one only")
            .withSeen(Shown.addresses(silent)));
  }
}
