package dev.wellknown.rule.link;

import static dev.wellknown.finding.Printable.quote;
import static java.util.stream.Collectors.joining;

import dev.wellknown.app.AssociatedDomain;
import dev.wellknown.app.AssociatedDomain.Mistake;
import dev.wellknown.app.Entitlements.Coverage;
import dev.wellknown.finding.Finding;
import dev.wellknown.finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An entry is {@code service:host}, and nothing else but a mode. */
final class MalformedAssociatedDomain extends EntitlementsRule {

  /** The system takes these, or another rule speaks about them. */
  private static final Set<Mistake> HARMLESS =
      EnumSet.of(Mistake.UPPER_CASE, Mistake.DEVELOPER_MODE);

  MalformedAssociatedDomain() {
    super(
        Severity.WARNING,
        Sides.NONE,
        "An entry of the associated domains is not of the form service:host");
  }

  @Override
  void check(EntitlementsSide side, List<Finding> findings) {
    for (AssociatedDomain entry : side.entitlements().domains()) {
      Set<Mistake> mistakes = EnumSet.noneOf(Mistake.class);
      mistakes.addAll(entry.mistakes());
      mistakes.removeAll(HARMLESS);
      if (!mistakes.isEmpty() && entry.unresolved() == null) {
        Finding finding =
            finding(
                    side.at(entry),
                    "associated domain "
                        + quote(entry.written())
                        + " "
                        + mistakes.stream().map(Mistake::words).collect(joining(", and ")),
                    fix(side, entry))
                .withSeen(entry.written());
        findings.add(
            isMissed(side, entry)
                ? finding.withSeverity(Severity.ERROR).withBreaks(Sides.APPLE_READERS)
                : finding);
      }
    }
  }

  /** Whether a registered host is not associated because of it. */
  private static boolean isMissed(EntitlementsSide side, AssociatedDomain entry) {
    return !entry.isUsable()
        && side.hosts().contains(entry.host())
        && side.services().stream()
            .anyMatch(
                service ->
                    side.isMeant(service, entry.host())
                        && side.entitlements().coverage(service, entry.host()) == Coverage.ABSENT);
  }

  private static String fix(EntitlementsSide side, AssociatedDomain entry) {
    String service = side.services().contains(entry.service()) ? entry.service() : "applinks";
    return side.registeredHosts().contains(entry.host())
        ? "write " + quote(service + ":" + entry.host())
        : "write the service, a colon and the host name: no scheme, port, path or blank, and a star"
            + " only as *. in front";
  }
}
